// One spelling for texts that are compared: what `fold` of datapackage/search_index.py does.
"use strict";

const WORD = /[a-z0-9]+(?:\.[0-9]+)*|(?:(?![a-z0-9])[\p{L}\p{N}])+/gu;
const PM = /(?<![\p{L}\p{N}_])pm[ _-]?(2[._]?5|10)(?![\p{L}\p{N}_])/gu;
const ASCII = /^[\x00-\x7f]*$/;
const simplified = new Map();

function learnTraditional([traditional, simple]) {
  const to = [...simple];
  [...traditional].forEach((character, place) => simplified.set(character, to[place]));
}

function foldCharacter(character) {
  const lower = character === "ı" ? character : character.toLowerCase().toUpperCase().toLowerCase();
  return simplified.get(lower) ?? lower;
}

function fold(text) {
  const folded = [...text.normalize("NFKC")].map(foldCharacter).join("").replaceAll("-", " ");
  return folded.replace(PM, (_, size) => `pm${size.replace("_", ".").replace("25", "2.5")}`);
}

function singular(word) {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") && !word.endsWith("ss") && word.length > 3 ? word.slice(0, -1) : word;
}

const isAscii = (text) => ASCII.test(text);
const size = (text) => [...text].length;

function byCodePoint(one, other) {
  const [first, second] = [[...one], [...other]];
  for (let at = 0; at < Math.min(first.length, second.length); at++) {
    const step = first[at].codePointAt(0) - second[at].codePointAt(0);
    if (step) return step;
  }
  return first.length - second.length;
}
