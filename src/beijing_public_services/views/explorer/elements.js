// Elements of the page, made from text that is never read as markup, and the words of the chosen language.
"use strict";

const SVG = "http://www.w3.org/2000/svg";
const CHINESE = /[\u3400-\u9fff]/;
const shown = { language: "en" };
let data;

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(3).filter((child) => child !== "" && child !== undefined && child !== null && child !== false));
  return element;
}

const h = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
const s = (name, attributes, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

const languageOf = (text) => (CHINESE.test(text) ? "zh-CN" : "en");
const pageLanguage = () => (shown.language === "zh" ? "zh-CN" : "en");

// A text of the package, marked with its language where that is not the page's.
function said(text, name = "span", attributes = {}) {
  const language = languageOf(text);
  return h(name, language === pageLanguage() ? attributes : { ...attributes, lang: language }, text);
}

const either = ([zh, en]) => (shown.language === "zh" ? zh : en);

function word(key, values = {}) {
  return either(data.words[key]).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

function label(list, code) {
  const words = Object.hasOwn(data.labels[list], code) ? data.labels[list][code] : [code, code];
  return either(words);
}

// The name of a row that begins with id, Chinese and English name; the other name where one is missing.
function nameOf(row, id = "") {
  return row ? either([row[1], row[2]]) || row[2] || row[1] || row[0] : id;
}

const titleOf = (indicator) => either([indicator.zh, indicator.en]) || indicator.en || indicator.zh || indicator.id;
const otherTitleOf = (indicator) => either([indicator.en, indicator.zh]) ?? "";

function periodName(text) {
  return Object.hasOwn(data.periods, text) ? either(data.periods[text]) : text;
}

// A link, where the address is one of the web; else its text.
function link(address, ...children) {
  const isWeb = /^https?:\/\//i.test(address ?? "");
  return isWeb ? h("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, ...children) : h("span", {}, ...children);
}

// An id as the part of an address behind #, readable where that is allowed.
const fragment = (id) => encodeURIComponent(id).replaceAll("%3A", ":").replaceAll("%2F", "/");

async function copyText(text, button, field) {
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    field?.select();
    done = Boolean(field) && document.execCommand("copy");
  }
  const before = button.textContent;
  button.textContent = word(done ? "copied" : "select");
  announce(button.textContent);
  setTimeout(() => (button.textContent = before), 1800);
}

function announce(text) {
  document.getElementById("announcement").textContent = text;
}
