// The page: the list that is searched and filtered, what is shown of it, and the address of each figure.
"use strict";

const FACETS = ["domain", "measure", "bound", "year", "disputed"];
const MOST_YEARS = 8;
const MOST_SPAN = 60; // years of a period that is found under each of them
const state = { query: "", filters: Object.fromEntries(FACETS.map((each) => [each, new Set()])) };
const $ = (id) => document.getElementById(id);
const MOST_FOUND = 20; // statements
let index;

function start() {
  data = JSON.parse($("data").textContent);
  learnTraditional(data.traditional);
  data.byArea = new Map(data.areas.map((each) => [each[0], each]));
  data.byDomain = new Map(data.domains.map((each) => [each[0], each]));
  data.byTopic = new Map(data.topics.map((each) => [each[0], each]));
  data.byCategory = new Map(data.categories.map((each) => [each[0], each]));
  data.byIndicator = new Map(data.indicators.map((each) => [each.id, each]));
  for (const each of data.indicators) for (const figure of each.figures ?? []) completed(figure, each);
  const figures = data.indicators.flatMap((each) => (each.figures ?? []).map((figure) => [each, figure]));
  data.byFigure = new Map(figures.map((pair) => [pair[1].id, pair]));
  data.placeOf = new Map(figures.map(([, figure], place) => [figure.id, place]));
  data.aliases = new Map(data.renamed);
  data.items = new Map(data.indicators.map((each) => [each.id, []]));
  const links = document.querySelectorAll("#list li > a");
  data.indicators.forEach((each, place) => data.items.set(each.id, links[place]?.parentElement));
  shown.home = new Map([...data.items.values()].map((item) => [item, item.parentElement]));
  shown.language = remembered("language") ?? new URLSearchParams(location.search).get("lang") ?? preferred();
  if (!["zh", "en"].includes(shown.language)) shown.language = "en";
  document.documentElement.dataset.theme = remembered("theme") ?? "auto";
  document.documentElement.classList.add("scripted");
  shown.welcome = $("detail").firstElementChild;
  listen();
  readAddress();
  speak(shown.language);
}

// A figure with its whole id, which begins with that of its indicator, and the years that it is about.
function completed(figure, indicator) {
  if (figure.id.startsWith(":")) figure.id = indicator.id + figure.id;
  const [, , , first, last] = data.periods[figure.period] ?? [];
  const years = [first, last].map((day) => (day && !day.startsWith("0000") ? Number(day.slice(0, 4)) : undefined));
  const [begin, end] = [years[0] ?? years[1], years[1] ?? years[0]];
  const span = end === undefined ? 0 : end - begin > MOST_SPAN ? 1 : end - begin + 1;
  figure.years = Array.from({ length: span }, (_, step) => String(end - step));
}

function remembered(name) {
  try {
    return localStorage.getItem(`explorer-${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(`explorer-${name}`, value);
  } catch {
    // A page opened from a file may have no storage; the choice then lasts as long as the page.
  }
}

function preferred() {
  const known = navigator.languages.map((each) => each.slice(0, 2).toLowerCase()).find((each) => each === "zh" || each === "en");
  return known ?? document.documentElement.dataset.language;
}

function listen() {
  // While a Chinese word is being composed, its letters are no search yet.
  $("query").addEventListener("input", (event) => event.isComposing || search(event.target.value));
  $("query").addEventListener("compositionend", (event) => search(event.target.value));
  $("search").addEventListener("submit", (event) => event.preventDefault());
  $("reset").addEventListener("click", () => { for (const each of Object.values(state.filters)) each.clear(); update(); });
  for (const button of document.querySelectorAll("[data-speak]")) {
    button.addEventListener("click", () => { remember("language", button.dataset.speak); speak(button.dataset.speak); });
  }
  $("theme").addEventListener("change", (event) => {
    document.documentElement.dataset.theme = event.target.value;
    remember("theme", event.target.value);
  });
  addEventListener("hashchange", () => {
    const before = shown.indicator && data.items.get(shown.indicator.id)?.firstElementChild;
    readAddress();
    if (location.hash.startsWith("#?")) { $("query").value = state.query; update(); }
    refresh();
    settle(before);
  });
  addEventListener("keydown", steer);
  let width = 0;
  new ResizeObserver(() => {
    if (width !== $("detail").clientWidth && shown.indicator) draw(shown.indicator);
    width = $("detail").clientWidth;
  }).observe($("detail"));
}

// What the part of the address behind # asks for: an indicator, a figure, or a search.
function readAddress() {
  let asked = location.hash.slice(1);
  shown.unknown = "";
  if (asked.startsWith("?")) {
    const parameters = new URLSearchParams(asked);
    state.query = parameters.get("q") ?? "";
    for (const each of FACETS) state.filters[each] = new Set(parameters.getAll(each));
    asked = "";
  }
  try {
    asked = decodeURIComponent(asked);
  } catch {
    // An id with a percent sign that stands for itself.
  }
  asked = data.aliases.get(asked) ?? asked;
  const before = shown.indicator;
  [shown.indicator, shown.figure] = [undefined, undefined];
  if (data.byIndicator.has(asked)) shown.indicator = data.byIndicator.get(asked);
  else if (data.byFigure.has(asked)) [shown.indicator, shown.figure] = [data.byFigure.get(asked)[0], asked];
  else if (asked) shown.unknown = asked;
  if (shown.indicator !== before) [shown.unit, shown.wholeTable] = [undefined, false];
}

function writeAddress() {
  if (shown.indicator) return;
  const parameters = new URLSearchParams(state.query ? { q: state.query } : {});
  for (const facet of FACETS) for (const value of state.filters[facet]) parameters.append(facet, value);
  const text = parameters.toString();
  try {
    history.replaceState(null, "", text ? `#?${text}` : location.hash ? "#" : location.href);
  } catch {
    // Some browsers allow a hundred changes in half a minute; the next one writes the address.
  }
}

function speak(language) {
  shown.language = language;
  shown.unit = undefined;
  const root = document.documentElement;
  root.lang = pageLanguage();
  root.dataset.language = language;
  $("query").placeholder = word("search_hint");
  $("query").value = state.query;
  $("theme").replaceChildren(...["auto", "light", "dark"].map((each) => h("option", { value: each, selected: each === root.dataset.theme }, word(`theme_${each}`))));
  $("theme").setAttribute("aria-label", word("theme"));
  for (const button of document.querySelectorAll("[data-speak]")) button.setAttribute("aria-pressed", String(button.dataset.speak === language));
  $("finder").setAttribute("aria-label", word("indicators"));
  update();
  refresh();
}

function search(text) {
  state.query = text;
  update();
}

// The indicators of the search and the filters, in the order they are shown; null stands for every one as listed.
function update() {
  index ??= state.query.trim() ? makeIndex(data) : undefined;
  const result = state.query.trim() ? findIndicators(index, state.query) : { found: null, suggestions: [], note: "" };
  const candidates = result.found ?? data.indicators;
  const visible = candidates.filter((each) => passes(each));
  showList(visible, result.found !== null);
  showFilters(candidates);
  showStatements();
  const count = word("count", { found: visible.length, all: data.indicators.length });
  $("count").textContent = visible.length ? count : word("nothing");
  const suggestions = result.suggestions.map((each) => h("button", { type: "button", class: "plain", onclick: () => { $("query").value = each; search(each); } }, each));
  $("hint").replaceChildren(...(result.note ? [said(result.note)] : []), ...(suggestions.length ? [word("try"), " ", ...suggestions] : []));
  writeAddress();
}

function showList(visible, isRanked) {
  const wanted = new Set(visible.map((each) => data.items.get(each.id)));
  for (const item of data.items.values()) item.hidden = !wanted.has(item);
  if (isRanked) $("found").replaceChildren(...wanted);
  for (const [item, home] of shown.home) if (!isRanked || !wanted.has(item)) home.append(item);
  $("found").hidden = !isRanked;
  $("list").hidden = isRanked;
  for (const group of document.querySelectorAll("#list .group")) group.hidden = !group.querySelector("li:not([hidden])");
}

const OF_INDICATOR = { domain: (each) => [each.domain], measure: (each) => [each.measure] };
const OF_FIGURE = {
  bound: (figure) => [figure.bound ?? "exact"],
  year: (figure) => figure.years,
  disputed: (figure) => [figure.disputed ? "yes" : "no"],
};

const allows = (facet, values) => !state.filters[facet].size || values.some((each) => state.filters[facet].has(each));

// The figures of an indicator that pass the filters on figures, but for one that is ignored.
function passing(indicator, ignored) {
  const asked = Object.entries(OF_FIGURE).filter(([facet]) => facet !== ignored && state.filters[facet].size);
  const figures = indicator.figures ?? [];
  return asked.length ? figures.filter((figure) => asked.every(([facet, of]) => allows(facet, of(figure)))) : figures;
}

// Whether an indicator passes the filters: one of its figures passes all that are about figures.
function passes(indicator, ignored = "") {
  if (!Object.entries(OF_INDICATOR).every(([facet, of]) => facet === ignored || allows(facet, of(indicator)))) return false;
  const isAsked = Object.keys(OF_FIGURE).some((facet) => facet !== ignored && state.filters[facet].size);
  return !isAsked || passing(indicator, ignored).length > 0;
}

// How many indicators each value of a facet would leave, the other filters being as they are.
function tallies(candidates, facet) {
  const counts = new Map();
  for (const indicator of candidates) {
    if (!passes(indicator, facet)) continue;
    const of = OF_INDICATOR[facet];
    const values = new Set(of ? of(indicator) : passing(indicator, facet).flatMap(OF_FIGURE[facet]));
    for (const each of values) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return counts;
}

function facetValues() {
  for (const each of data.indicators) for (const figure of each.figures ?? []) completed(figure, each);
  const figures = data.indicators.flatMap((each) => each.figures ?? []);
  const inUse = (values) => [...new Set(values)];
  const ordered = (list, values) => { const used = new Set(values); return [...Object.keys(data.labels[list]).filter((each) => used.has(each)), ...[...used].filter((each) => !Object.hasOwn(data.labels[list], each))]; };
  return {
    domain: inUse(data.indicators.map((each) => each.domain)).map((each) => [each, () => nameOf(data.byDomain.get(each), each)]),
    measure: ordered("measure", data.indicators.map((each) => each.measure)).map((each) => [each, () => label("measure", each)]),
    bound: ordered("bound", figures.map((each) => each.bound ?? "exact")).map((each) => [each, () => label("bound", each)]),
    year: inUse(figures.flatMap((each) => each.years)).sort().reverse().map((each) => [each, () => each]),
    disputed: [["yes", () => word("is_disputed")], ["no", () => word("is_not_disputed")]],
  };
}

function showFilters(candidates) {
  shown.facets ??= facetValues();
  const open = new Set([...document.querySelectorAll("#facets details[open]")].map((each) => each.dataset.facet));
  const focused = document.activeElement?.dataset?.value;
  const boxes = FACETS.map((facet) => {
    const counts = tallies(candidates, facet);
    const option = ([value, name]) => {
      const count = counts.get(value) ?? 0;
      const checked = state.filters[facet].has(value);
      const box = h("input", { type: "checkbox", "data-value": `${facet}=${value}`, onchange: (event) => { state.filters[facet][event.target.checked ? "add" : "delete"](value); update(); } });
      box.checked = checked;
      return h("label", { class: count || checked ? "option" : "option none" }, box, h("span", {}, name()), h("span", { class: "number quiet" }, String(count)));
    };
    const options = shown.facets[facet].map(option);
    const later = facet === "year" ? options.splice(MOST_YEARS) : [];
    return h(
      "fieldset",
      {},
      h("legend", {}, word(facet)),
      h(
        "div",
        { class: facet === "domain" || facet === "disputed" ? "options wide" : "options" },
        options,
        later.length ? h("details", { "data-facet": facet, open: open.has(facet) }, h("summary", {}, word("more_years")), h("div", { class: "options" }, later)) : "",
      ),
    );
  });
  $("facets").replaceChildren(...boxes);
  showChips();
  const active = Object.values(state.filters).reduce((sum, each) => sum + each.size, 0);
  $("active").textContent = active ? `(${active})` : "";
  $("reset").hidden = !active;
  if (focused) document.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
}

// The statements that a search finds too, below the indicators.
function showStatements() {
  shown.statements ??= state.query.trim() ? makeStatementIndex(data) : undefined;
  const found = state.query.trim() ? findStatements(shown.statements, state.query) : [];
  const more = found.length > MOST_FOUND ? h("p", { class: "quiet" }, `+ ${found.length - MOST_FOUND}`) : "";
  const list = h("ul", {}, found.slice(0, MOST_FOUND).map((each) => statementItem(each, true)));
  $("said").replaceChildren(...(found.length ? [h("h2", {}, `${word("statements_found")} (${found.length})`), list, more || ""] : []));
}

// The filters that are set, each with a button that takes it away.
function showChips() {
  const chosen = FACETS.flatMap((facet) => shown.facets[facet].filter(([value]) => state.filters[facet].has(value)).map(([value, name]) => [facet, value, name()]));
  const chip = ([facet, value, name]) =>
    h("li", {}, h("button", { type: "button", class: "plain", "aria-label": `${word("remove")}: ${name}`, onclick: () => { state.filters[facet].delete(value); update(); $("query").focus(); } }, `${name} ×`));
  $("chips").replaceChildren(...chosen.map(chip));
}

// What is shown beside the list: an indicator, or a word of welcome.
function refresh() {
  for (const link of document.querySelectorAll("#finder li > a[aria-current]")) link.removeAttribute("aria-current");
  document.title = [shown.indicator && titleOf(shown.indicator), either(data.title)].filter(Boolean).join(" — ");
  document.body.dataset.view = shown.indicator || shown.unknown ? "detail" : "list";
  if (shown.indicator) {
    const item = data.items.get(shown.indicator.id);
    item?.firstElementChild.setAttribute("aria-current", "true");
    if (item) bringIntoView(item);
    $("detail").replaceChildren(showIndicator(shown.indicator));
    draw(shown.indicator);
    return;
  }
  const unknown = () => h("div", { class: "welcome" }, h("p", { class: "back" }, h("a", { href: "#", onclick: leave }, `← ${word("back")}`)), h("h2", { tabindex: "-1", id: "title" }, word("unknown", { id: shown.unknown })));
  $("detail").replaceChildren(shown.unknown ? unknown() : shown.welcome);
}

// The list scrolls to the item that is shown, where it is not in sight; the page stays where it is.
function bringIntoView(item) {
  const [list, place] = [$("finder").getBoundingClientRect(), item.getBoundingClientRect()];
  if (place.top < list.top || place.bottom > list.bottom) $("finder").scrollTop += place.top - list.top - list.height / 3;
}

// After a choice the heading has the focus, so that a screen reader goes on from there; on the way back the list has.
function settle(before) {
  if (!shown.indicator && !shown.unknown) {
    before?.focus();
    return;
  }
  $("content").scrollTop = 0;
  if (matchMedia("(max-width: 859px)").matches) scrollTo(0, 0);
  $("title")?.focus({ preventScroll: true });
}

function leave(event) {
  event?.preventDefault();
  const link = shown.indicator && data.items.get(shown.indicator.id)?.firstElementChild;
  location.hash = "";
  [shown.indicator, shown.figure, shown.unknown] = [undefined, undefined, ""];
  refresh();
  link?.focus();
}

function steer(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const links = () => [...document.querySelectorAll("#finder li:not([hidden]) > a")].filter((each) => each.offsetParent);
  const at = links().indexOf(document.activeElement);
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
  if (event.key === "/" && !isTyping) {
    event.preventDefault();
    if (document.body.dataset.view === "detail" && matchMedia("(max-width: 859px)").matches) leave();
    $("query").focus();
  } else if (event.key === "ArrowDown" && (document.activeElement === $("query") || at >= 0)) {
    event.preventDefault();
    links()[at + 1]?.focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    event.preventDefault();
    (links()[at - 1] ?? $("query")).focus();
  } else if (event.key === "Escape") {
    if (document.activeElement === $("query") && state.query) { $("query").value = ""; search(""); }
    else if ((shown.indicator || shown.unknown) && document.activeElement?.tagName !== "SELECT") leave();
  }
}

start();
