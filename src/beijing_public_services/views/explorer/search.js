// Finding indicators by the words people use: the ranking of datapackage/search.py, on the same names.
"use strict";

const SHORTEST_PREFIX = 4;
const SUGGESTED = 3;
const LONGEST_TERM = 12;
const [CLOSE, CLOSE_CHINESE] = [0.8, 0.6];
const SHORTEST_MISSPELT = 4;
const BETWEEN_CHINESE = /(?<=(?![a-z0-9])[\p{L}\p{N}])\s+(?=(?![a-z0-9])[\p{L}\p{N}])/gu;
const YEAR = /(?<![a-z0-9.])([12][0-9]{3})(?:年|(?![a-z0-9.]))/gu;
const YEAR_OF_PERIOD = /(?<![0-9])[12][0-9]{3}(?![0-9])/g;
const FILLERS = new Set(
  "a an and are by did do for from how in is many much of on the to what when where which with 的 和 与".split(" "),
);
const QUESTION =
  /请问|我?想知道|告诉我|查询|查一下|(?:一共|总共|共)?(?:达到|大约|有|是|为|占|达)?(?:多少|多长|多高|多大|多远|多快|几|什么|哪些|哪个)(?:[个家条所座项名处]|公里|钱)?|怎么样|怎样|如何|有没有|吗|呢|啊|的|了/gu;
const HINTS = [["多长时间", ""], ["多长", "长"], ["how long", "length"], ["how big", "area"], ["how large", "area"]];
const QUESTION_WORDS = new Set(
  ("about any be been big can could current currently do does far find give had has have high how i it its know large " +
    "long low many me much my often old please show some tell there was we were will would you your").split(" "),
);
const LEVELS = { name: 0, keyword: 1, category: 2, definition: 3 };

function makeIndex(data) {
  const categories = new Map(data.categories.map(([id, zh, en]) => [id, [en, zh]]));
  const entries = data.indicators.map((indicator, place) => makeEntry(indicator, place, categories));
  const named = new Map();
  for (const [area, zh, en] of data.areas) for (const name of [zh, `${zh}市`, en]) named.set(fold(name), area);
  const withFigures = new Map();
  const vocabulary = new Set();
  for (const entry of entries) {
    for (const word of entry.words) vocabulary.add(word);
    for (const { chinese } of entry.texts) {
      const length = size(chinese);
      if (2 <= length && length <= LONGEST_TERM) vocabulary.add(chinese);
    }
    for (const { area, period } of entry.indicator.figures ?? []) {
      for (const key of [area, ...(period.match(YEAR_OF_PERIOD) ?? [])]) {
        if (!withFigures.has(key)) withFigures.set(key, new Set());
        withFigures.get(key).add(entry.indicator.id);
      }
    }
  }
  return {
    entries,
    vocabulary: [...vocabulary].sort(byCodePoint),
    areas: [...named].sort(([one], [other]) => size(other) - size(one)),
    withFigures,
    headlineArea: data.headline_area,
    gaps: data.gaps.map(([names, note]) => [new Set(names), note]),
  };
}

function makeEntry(indicator, place, categories) {
  const dot = indicator.id.indexOf(".");
  const own = dot < 0 ? "" : indicator.id.slice(dot + 1);
  const names = [indicator.id, own, own.replaceAll("_", " "), indicator.zh ?? "", indicator.en ?? ""];
  const brokenDown = new Set((indicator.figures ?? []).map((each) => each.category).filter(Boolean));
  const texts = [
    ...names.map((each) => makeText("name", each)),
    ...(indicator.keywords ?? []).map((each) => makeText("keyword", each)),
    ...[...brokenDown].flatMap((each) => (categories.get(each) ?? []).map((name) => makeText("category", name))),
    makeText("definition", indicator.definition ?? ""),
  ];
  const words = new Set(texts.flatMap((text) => [...text.words]));
  return { indicator, place, texts, words, chinese: texts.map((text) => text.chinese).join(" ") };
}

function makeText(kind, text) {
  const whole = fold(text);
  const parts = whole.match(WORD) ?? [];
  const words = new Set(parts.filter(isAscii).flatMap((part) => [part, singular(part)]));
  return { level: LEVELS[kind], whole, words, chinese: parts.filter((part) => !isAscii(part)).join("") };
}

// The indicators that match every word of a text, the best first, with suggestions and a note for a doubtful result.
function findIndicators(index, text) {
  const phrase = fold(text);
  const words = wordsOf(phrase);
  if (!words.length) return { found: [], suggestions: [], note: "" };
  const asked = [...words, phrase];
  const note = (index.gaps.find(([names]) => asked.some((each) => names.has(each))) ?? ["", ""])[1];
  let found = foundFor(index, phrase);
  if (found.length || note) return { found, suggestions: [], note };
  for (const each of askedFor(phrase)) {
    found = foundFor(index, each);
    if (found.length) return { found, suggestions: [], note: "" };
  }
  const [rest, areas] = withoutYears(...withoutAreas(phrase, index), index);
  const restWords = wordsOf(rest);
  const unknown = restWords.filter((word) => !ranked(index, [word], [], word).length);
  const near = new Map(unknown.map((word) => [word, suggestionsFor(word, index)]));
  const corrected = restWords.map((word) => (near.get(word) ?? [])[0] ?? word);
  if (corrected.some((word, place) => word !== restWords[place])) {
    found = ranked(index, corrected, areas, corrected.join(" "));
  }
  const joined = phrase.replace(BETWEEN_CHINESE, "");
  if (!found.length && joined !== phrase) {
    const results = findIndicators(index, joined);
    if (results.found.length) return results;
  }
  return { found, suggestions: [...near.values()].flat(), note: "" };
}

function foundFor(index, phrase) {
  const [rest, areas] = withoutYears(...withoutAreas(phrase, index), index);
  const byArea = areas.length ? ranked(index, wordsOf(rest), areas, rest.trim()) : [];
  return [...new Set([...ranked(index, wordsOf(phrase), [], phrase), ...byArea])];
}

// What a question asks for, the narrowest first: what datapackage/questions.py does.
function askedFor(phrase) {
  const all = phrase.match(WORD) ?? [];
  const words = (phrase.replace(QUESTION, " ").match(WORD) ?? []).filter((word) => !QUESTION_WORDS.has(word) && !FILLERS.has(word));
  if (!words.length || words.join(" ") === all.join(" ")) return [];
  const hint = (HINTS.find(([asked]) => phrase.includes(asked)) ?? ["", ""])[1];
  return [...new Set([[...words, hint].join(" ").trim(), words.join(" ")])];
}

function wordsOf(folded) {
  const words = (folded.match(WORD) ?? []).map((word) => (isAscii(word) ? singular(word) : word));
  const telling = words.filter((word) => !FILLERS.has(word));
  return telling.length ? telling : words;
}

function withoutAreas(folded, index) {
  const areas = [];
  for (const [name, area] of index.areas) {
    const rest = withoutName(folded, name);
    if (rest !== folded) {
      folded = rest;
      areas.push(area);
    }
  }
  return [folded, areas];
}

// The text without the years that figures are of, unless nothing else is left; the years stand with the areas.
function withoutYears(folded, areas, index) {
  const years = [...folded.matchAll(YEAR)].map(([, year]) => year).filter((year) => index.withFigures.has(year));
  const rest = folded.replace(YEAR, (whole, year) => (index.withFigures.has(year) ? " " : whole));
  return years.length && (areas.length || wordsOf(rest).length) ? [rest, [...areas, ...years]] : [folded, areas];
}

// The text with each occurrence of a name made a space; a Latin name counts only where no letter is next to it.
function withoutName(folded, name) {
  if (!isAscii(name)) return folded.replaceAll(name, " ");
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return folded.replace(new RegExp(`(?<![a-z])${escaped}(?![a-z])`, "gu"), " ");
}

function ranked(index, texts, areas, phrase) {
  if (!texts.length && !areas.length) return [];
  const words = texts.map((text) => makeWord(text, index));
  const within = areas
    .filter((area) => area !== index.headlineArea)
    .map((area) => index.withFigures.get(area) ?? new Set());
  return index.entries
    .filter((entry) => words.every((word) => isIn(word, entry)) && within.every((ids) => ids.has(entry.indicator.id)))
    .map((entry) => ({ entry, rank: rankOf(entry.texts, words, phrase) }))
    .sort(
      (one, other) =>
        one.rank[0] - other.rank[0] ||
        one.rank[1] - other.rank[1] ||
        (one.entry.indicator.measure !== "level") - (other.entry.indicator.measure !== "level") ||
        one.entry.place - other.entry.place,
    )
    .map(({ entry }) => entry.indicator);
}

function makeWord(text, index) {
  const longer =
    isAscii(text) && text.length >= SHORTEST_PREFIX ? index.vocabulary.filter((each) => each.startsWith(text)) : [];
  return { text, ascii: isAscii(text), longer };
}

function isIn(word, { words, chinese }) {
  if (!word.ascii) return chinese.includes(word.text);
  return words.has(word.text) || word.longer.some((each) => words.has(each));
}

function rankOf(texts, words, phrase) {
  let best = 9;
  let nearer = false;
  for (const text of texts) {
    const ranks = [];
    if (text.whole === phrase) ranks.push(text.level / 10);
    if (text.whole.startsWith(phrase)) ranks.push(text.level + 0.5);
    if (words.every((word) => isIn(word, text))) ranks.push(text.level + 0.6);
    if (ranks.length) {
      best = nearer ? Math.min(best, ...ranks) : Math.min(...ranks);
      nearer = true;
    }
  }
  let far = 0;
  for (const word of words) {
    const levels = texts.filter((text) => isIn(word, text)).map((text) => text.level + (!word.ascii || text.words.has(word.text) ? 0 : 0.5));
    far += Math.min(...levels);
  }
  return [best, far];
}

function suggestionsFor(word, index) {
  const ascii = isAscii(word);
  if (ascii && word.length < SHORTEST_MISSPELT) return [];
  const alike = index.vocabulary.filter((each) => isAscii(each) === ascii);
  return closeMatches(word, alike, SUGGESTED, ascii ? CLOSE : CLOSE_CHINESE);
}

// The statements that match every word of a text, the best first: what datapackage/statement_search.py finds.
function makeStatementIndex(data) {
  return data.statements.map((row) => {
    const [id, domain, kind, subkind, zh, en, issuer, , , note] = row;
    const dot = id.indexOf(".");
    const own = dot < 0 ? "" : id.slice(dot + 1).replaceAll("_", " ");
    const names = [id, own, zh, en].map(fold);
    const others = [kind, subkind, domain, issuer, note].map(fold);
    return { row, names: names.map(partsOf), all: partsOf([...names, ...others].join(" ").replaceAll("_", " ")) };
  });
}

const partsOf = (folded) => ({ folded, parts: (folded.match(WORD) ?? []).map(singular) });

function findStatements(index, text) {
  const phrase = fold(text).trim();
  const all = (phrase.match(WORD) ?? []).map(singular);
  const telling = all.filter((word) => !FILLERS.has(word));
  const words = telling.length ? telling : all;
  if (!words.length) return [];
  const steps = ({ names }) => {
    if (names.some(({ folded }) => folded === phrase)) return 0;
    if (names.some(({ folded }) => folded.startsWith(phrase))) return 1;
    return names.some((name) => holds(name, words)) ? 2 : 3;
  };
  const found = index.filter(({ all }) => holds(all, words)).map((each) => [steps(each), each.row]);
  return found.sort(([one], [other]) => one - other).map(([, row]) => row);
}

function holds({ folded, parts }, words) {
  return words.every((word) => {
    if (!isAscii(word)) return folded.includes(word);
    return parts.includes(word) || (word.length >= SHORTEST_PREFIX && parts.some((part) => part.startsWith(word)));
  });
}
