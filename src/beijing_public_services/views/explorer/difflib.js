// The words nearest to a misspelt one: what `difflib.get_close_matches` of Python's standard library gives.
"use strict";

function closeMatches(word, possibilities, most, cutoff) {
  const sought = [...word];
  const places = placesOf(sought);
  const counts = tally(sought);
  const close = [];
  for (const each of possibilities) {
    const letters = [...each];
    const sum = letters.length + sought.length;
    const quickest = sum ? (2 * Math.min(letters.length, sought.length)) / sum : 1;
    if (quickest < cutoff || (2 * common(letters, counts)) / sum < cutoff) continue;
    const score = (2 * matching(letters, 0, letters.length, 0, sought.length, places)) / sum;
    if (score >= cutoff) close.push([score, each]);
  }
  close.sort((one, other) => other[0] - one[0] || byCodePoint(other[1], one[1]));
  return close.slice(0, most).map(([, each]) => each);
}

function tally(letters) {
  const counts = new Map();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

function common(letters, counts) {
  let shared = 0;
  for (const [letter, count] of tally(letters)) shared += Math.min(count, counts.get(letter) ?? 0);
  return shared;
}

function placesOf(letters) {
  const places = new Map();
  letters.forEach((letter, place) => places.set(letter, [...(places.get(letter) ?? []), place]));
  if (letters.length >= 200) {
    const popular = Math.floor(letters.length / 100) + 1;
    for (const [letter, at] of places) if (at.length > popular) places.delete(letter);
  }
  return places;
}

// The letters in common blocks of first[low, high) and the sought word's [start, end), longest block first.
function matching(first, low, high, start, end, places) {
  let [bestFirst, bestSecond, longest] = [low, start, 0];
  let lengths = new Map();
  for (let at = low; at < high; at++) {
    const grown = new Map();
    for (const place of places.get(first[at]) ?? []) {
      if (place < start) continue;
      if (place >= end) break;
      const length = (lengths.get(place - 1) ?? 0) + 1;
      grown.set(place, length);
      if (length > longest) [bestFirst, bestSecond, longest] = [at - length + 1, place - length + 1, length];
    }
    lengths = grown;
  }
  if (!longest) return 0;
  return (
    longest +
    matching(first, low, bestFirst, start, bestSecond, places) +
    matching(first, bestFirst + longest, high, bestSecond + longest, end, places)
  );
}
