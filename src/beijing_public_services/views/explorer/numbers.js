// Decimals as text, shown in the unit that a reader chose: exact where they can be, rounded with ≈ where not.
"use strict";

const SCALES = {
  zh: [["万亿", 12], ["亿", 8], ["万", 4]],
  en: [[" trillion", 12], [" billion", 9], [" million", 6]],
};
const MOST_DECIMALS = 3;
const MOST_DIGITS = 6; // of a converted value that has no end, or a long one
const MOST_PLACES = 15;
const SIGNS = { "": "", exact: "", gt: "> ", ge: "≥ ", lt: "< ", le: "≤ ", between: "" };
// a measure word behind the number of a printed figure: what model/nouns.py looks for
const MEASURED = /[0-9一二两三四五六七八九十百千万亿][余多]?([个件份位册列单只台名场块处大头套宗家尾幢座张所批支本条枚架栋株根桶棵次盏种笔篇类组艘起辆道部门间项颗])/u;

function read(text) {
  const negative = text.startsWith("-");
  const [whole, part = ""] = text.replace("-", "").split(".");
  return { negative, digits: BigInt(whole + part), places: part.length };
}

function write({ negative, digits, places }) {
  let shown = digits.toString().padStart(places + 1, "0");
  if (places) {
    const part = shown.slice(-places).replace(/0+$/, "");
    shown = shown.slice(0, -places) + (part && `.${part}`);
  }
  return negative && digits ? `-${shown}` : shown;
}

function shift(text, power) {
  if (!power) return text;
  const number = read(text);
  return write({ ...number, places: number.places + power });
}

// A decimal times a fraction such as 2000/3; what does not end is cut after many places and no longer exact.
function times(text, fraction) {
  const number = read(text);
  const [above, below = 1n] = fraction.split("/").map(BigInt);
  const product = number.digits * above * 10n ** BigInt(MOST_PLACES);
  const result = write({ ...number, digits: product / below, places: number.places + MOST_PLACES });
  return [result, product % below === 0n];
}

function grouped(text) {
  const [whole, part] = text.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part === undefined ? "" : `.${part}`);
}

const decimalsOf = (text) => (text.split(".")[1] ?? "").length;
const digitsOf = (text) => text.replace(/^-?0*\.?0*|\./g, "").replace(/0+$/, "").length;

// The largest scale in which a value needs few decimals and is not below one.
function scaleOf(text, language) {
  for (const [name, power] of SCALES[language]) {
    const shown = shift(text, power);
    if (Math.abs(Number(shown)) >= 1 && decimalsOf(shown) <= MOST_DECIMALS) return [name, power];
  }
  return ["", 0];
}

// The units that figures can be shown in; the first is the one they are shown in unless a reader chooses.
function unitChoices(unit, values, headline, language, isChange) {
  const written = (unit && (isChange ? unit.change : unit.written)) ?? { zh: ["", ""], en: ["", ""], many: ["", ""] };
  const largest = Math.max(0, ...values.map((value) => Math.abs(Number(value))));
  const scales = [...SCALES[language], ["", 0], ...(language === "en" ? SCALES.zh.slice(1) : [])];
  const choices = scales
    .filter(([, power]) => largest >= 10 ** power || !power)
    .map(([name, power]) => ({ key: `${name}${power}`, name, written, convert: (text) => [shift(text, power), true] }));
  for (const [zh, en, factor] of unit?.others ?? []) {
    const around = { zh: ["", zh], en: ["", en], many: ["", en] };
    choices.push({ key: `=${zh}`, name: "", written: around, convert: (text) => times(text, factor) });
  }
  const [name, power] = scaleOf(headline ?? "0", language);
  const first = choices.find((each) => each.key === `${name}${power}`) ?? choices[0];
  return [first, ...choices.filter((each) => each !== first)];
}

function around(choice, language, many) {
  return choice.written[language === "en" && many ? "many" : language];
}

function unitName(choice, language) {
  const [before, after] = around(choice, language, true);
  return `${choice.name}${after}`.trim() || before.trim() || "1";
}

// A number in the chosen unit: its digits with thousands marks, and whether they are rounded.
function digitsIn(text, choice) {
  const [converted, isExact] = choice.convert(text);
  if (isExact && digitsOf(converted) <= Math.max(MOST_DIGITS, digitsOf(text))) return [grouped(converted), false];
  const size = Math.max(0, MOST_DIGITS - 1 - Math.floor(Math.log10(Math.abs(Number(converted)) || 1)));
  const rounded = Number(converted).toFixed(Math.min(100, size));
  return [grouped(rounded.includes(".") ? rounded.replace(/\.?0+$/, "") : rounded), true];
}

// The number of a figure, of a range both its ends, and whether they are rounded.
function numberIn({ value, upper }, choice, language) {
  const ends = [value, upper ?? []].flat().map((end) => digitsIn(end, choice));
  const dash = language === "zh" ? "～" : ends.some(([digits]) => digits.startsWith("-")) ? " to " : "–";
  return [ends.map(([digits]) => digits).join(dash), ends.some(([, rounded]) => rounded)];
}

// A noun behind a number with the measure word that is printed: 家企业 for 104家.
function classified(noun, printed) {
  const found = MEASURED.exec(printed);
  return found && !noun.endsWith(found[1]) ? found[1] + noun.trim() : noun;
}

function shownValue(figure, choice, language, boundWord) {
  const [digits, rounded] = numberIn(figure, choice, language);
  const { value, upper, bound, printed = "" } = figure;
  const sign = SIGNS[bound ?? ""] ?? boundWord + (language === "en" ? " " : "");
  const [before, after] = around(choice, language, Number(upper ?? value) !== 1);
  return `${rounded ? "≈ " : ""}${sign}${before}${digits}${choice.name}${language === "zh" && after.startsWith(" ") ? classified(after, printed) : after}`;
}

// An interval with its ends as they are, closed ones with ≤.
function shownInterval([lower, upper, lowerClosed, upperClosed], choice, language) {
  const [low, high] = [lower, upper].map((end) => (end === "" ? "" : digitsIn(end, choice)[0]));
  const [before, after] = around(choice, language, true);
  const unit = `${choice.name}${after}`;
  if (!low && !high) return "";
  if (!high) return `${lowerClosed ? "≥" : ">"} ${before}${low}${unit}`;
  if (!low) return `${upperClosed ? "≤" : "<"} ${before}${high}${unit}`;
  return `${low} ${lowerClosed ? "≤" : "<"} x ${upperClosed ? "≤" : "<"} ${high}${unit}`;
}
