// One indicator: the chosen figure with all that belongs to it, its chart, and the table of its figures.
"use strict";

const TODAY = new Date().toISOString().slice(0, 10);
const MOST_STATEMENTS = 8;
const INDICATORS = 11; // the place of them in the row of a statement
const MOST_ROWS = 200;
const TEX = { "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

function figureOf(indicator) {
  const figures = indicator.figures ?? [];
  return figures.find((each) => each.id === shown.figure) ?? figures.find((each) => each.id === indicator.headline) ?? figures[0];
}

function choicesOf(indicator, figure) {
  const values = (indicator.figures ?? []).map((each) => each.value);
  const headline = (indicator.figures ?? []).find((each) => each.id === indicator.headline) ?? figure;
  const isChange = ["previous_year", "fixed_year", "earlier"].includes(figure?.base?.[0]);
  return unitChoices(data.units[indicator.unit], values, headline?.value, shown.language, isChange);
}

function choiceOf(indicator, figure) {
  const choices = choicesOf(indicator, figure);
  return choices.find((each) => each.key === shown.unit) ?? choices[0];
}

function valueOf(figure, choice) {
  return shownValue(figure, choice, shown.language, label("bound", figure.bound ?? ""));
}

function contextOf(figure) {
  const parts = [periodName(figure.period), nameOf(data.byArea.get(figure.area), figure.area)];
  if (figure.category) parts.push(nameOf(data.byCategory.get(figure.category), figure.category));
  return parts.filter(Boolean).join(" · ");
}

function paragraphName(locator) {
  const place = data.paragraphs[locator];
  return place ? word("paragraph", { section: place[0], ordinal: place[1] }) : locator;
}

const entry = (key, ...value) => [h("dt", {}, word(key)), h("dd", {}, ...value)];
const section = (key, ...children) => h("section", { class: `part ${key}` }, h("h3", {}, word(key)), ...children);
const goTo = (id, ...children) => h("a", { href: `#${fragment(id)}` }, ...children);

function showIndicator(indicator) {
  const figure = figureOf(indicator);
  const choice = choiceOf(indicator, figure);
  const domain = data.byDomain.get(indicator.domain);
  const topic = data.byTopic.get(indicator.topic);
  const other = otherTitleOf(indicator);
  const drawing = h("div", { id: "drawing" });
  const article = h(
    "article",
    { "aria-labelledby": "title" },
    h("p", { class: "back" }, h("a", { href: "#", onclick: leave }, `← ${word("back")}`)),
    h("p", { class: "crumbs" }, [domain && nameOf(domain), topic && nameOf(topic)].filter(Boolean).join(" › ")),
    said(titleOf(indicator), "h2", { id: "title", tabindex: "-1" }),
    other && other !== titleOf(indicator) ? said(other, "p", { class: "other-name" }) : "",
    figure ? card(indicator, figure, choice) : "",
    drawing,
    (indicator.figures ?? []).length > 1 ? table(indicator, choice) : "",
    breaksOf(indicator),
    identitiesOf(indicator),
    statementsOf(indicator),
    about(indicator),
  );
  return article;
}

function draw(indicator) {
  const place = document.getElementById("drawing");
  const figure = figureOf(indicator);
  if (!place || !figure) return;
  const choice = choiceOf(indicator, figure);
  shown.chosenValue = numberIn(figure, choice, shown.language)[0];
  shown.drawn = figure.id;
  const chart = chartOf(indicator, choice, Math.max(260, Math.floor(place.clientWidth)));
  place.replaceChildren(...(chart ? [section("chart", chart)] : []));
}

function card(indicator, figure, choice) {
  const choices = choicesOf(indicator, figure);
  const select = h(
    "select",
    { id: "unit", onchange: (event) => { shown.unit = event.target.value; refresh(); document.getElementById("unit")?.focus(); } },
    choices.map((each) => h("option", { value: each.key, selected: each.key === choice.key }, unitName(each, shown.language))),
  );
  const badges = [];
  if (figure.bound) badges.push(h("li", { class: "badge bound" }, label("bound", figure.bound)));
  if (figure.target) badges.push(h("li", { class: "badge" }, label("status", "target")));
  if (figure.disputed) badges.push(h("li", { class: "badge disputed" }, word("is_disputed")));
  if (figure.questioned) badges.push(h("li", { class: "badge" }, word("questioned")));
  if (figure.break) badges.push(h("li", { class: "badge" }, word("breaks")));
  const [baseKind, basePeriod, baseArea] = figure.base ?? [];
  const compared = baseKind && [label("base_kind", baseKind), basePeriod && periodName(basePeriod), baseArea && baseArea !== figure.area && nameOf(data.byArea.get(baseArea), baseArea)].filter(Boolean).join(" · ");
  return h(
    "section",
    { class: "card", "aria-label": word("figure") },
    h("p", { class: "context" }, contextOf(figure)),
    h("p", { class: "value" }, valueOf(figure, choice)),
    badges.length ? h("ul", { class: "badges" }, badges) : "",
    h(
      "dl",
      { class: "facts" },
      entry("printed", said(figure.printed, "q")),
      choices.length > 1 ? [h("dt", {}, h("label", { for: "unit" }, word("unit"))), h("dd", {}, select)] : "",
      figure.interval ? entry("interval", shownInterval(figure.interval, choice, shown.language)) : "",
      compared ? entry("base", compared) : "",
      figure.prices ? entry("price_basis", label("price_basis", figure.prices)) : "",
      entry("source", sourceOf(figure.source, figure.locator)),
      figure.note ? entry("note", said(figure.note)) : "",
    ),
    (figure.checks ?? []).length ? [h("h3", {}, word("cross_checks")), h("ul", { class: "checks" }, figure.checks.map(checkOf))] : "",
    (figure.odd ?? []).length
      ? [h("h3", {}, word("anomalies")), h("ul", {}, figure.odd.map(([kind, what]) => h("li", {}, h("strong", {}, label("anomaly", kind)), " — ", said(what))))]
      : "",
    correctionsOf(figure),
    citationOf(figure),
  );
}

function correctionsOf(figure) {
  const rows = data.errata.filter(([id]) => id === figure.id);
  const item = ([, release, column, before, after, reason, date]) =>
    h("li", {}, h("strong", {}, word("release", { version: release })), ` · ${column}: ${before || "∅"} → ${after || "∅"} — `, said(reason), h("span", { class: "quiet" }, ` ${date}`));
  return rows.length ? [h("h3", {}, word("corrections")), h("ul", {}, rows.map(item))] : "";
}

// The report that a locator is of, where the package holds several.
function reportName(locator) {
  const reports = Object.entries(data.sources).filter(([, each]) => each.kind === "report");
  const [id, report] = reports.find(([id]) => locator.startsWith(`${id}/`)) ?? reports[0] ?? [];
  return reports.length > 1 ? report.title || id : "";
}

function sourceOf(id, locator) {
  const source = data.sources[id] ?? {};
  const report = locator && source.kind !== "report" ? reportName(locator) : "";
  const title = source.title || source.publisher || id;
  const details = [source.title ? source.publisher : "", source.published, source.grade && source.kind === "publication" ? `${word("grade")} ${source.grade} (${label("grade", source.grade)})` : "", source.seen_as === "copy" ? word("copy_only") : ""];
  return [
    locator ? h("span", { class: "locator" }, paragraphName(locator), " ", h("code", {}, locator)) : "",
    report ? said(report, "span", { class: "quiet source-report" }) : "",
    h("span", { class: "source-title" }, link(source.url, said(title)), source.kind === "footnote" ? h("span", { class: "quiet" }, ` (${label("source_kind", "footnote")} ${id})`) : ""),
    h("span", { class: "quiet" }, details.filter(Boolean).map((each, place) => [place ? " · " : "", said(each)])),
  ];
}

function checkOf([source, verdict, printed, , , note]) {
  return h(
    "li",
    { class: verdict },
    h("span", { class: `verdict ${verdict}` }, label("verdict", verdict)),
    " ",
    said(printed, "q"),
    h("span", { class: "quiet" }, sourceOf(source)),
    note ? said(note, "span", { class: "quiet" }) : "",
  );
}

function textOfCitation(figure, style) {
  const { styles, pieces, texts, places, of } = data.citations;
  const numbers = places[of[data.placeOf.get(figure.id)]] ?? [];
  const text = texts[numbers[2 * styles.indexOf(style) + (shown.language === "zh" ? 0 : 1)]] ?? [];
  const whole = text.map((piece) => pieces[piece]).join("");
  return whole
    .replaceAll("\u0001\\_:", figure.id.replace(/[\\{}~^$&#_%]/g, (each) => TEX[each] ?? `\\${each}`))
    .replaceAll("\u0001_:", figure.id)
    .replaceAll("0001-01-01", TODAY)
    .replaceAll("0001/01/01", TODAY.replaceAll("-", "/"));
}

function citationOf(figure) {
  const { styles } = data.citations;
  if (!styles.length) return "";
  const names = { plain: word("plain"), apa: "APA 7", "gbt7714-2025": "GB/T 7714-2025", bibtex: "BibTeX", ris: "RIS" };
  const style = styles.includes(shown.style) ? shown.style : styles[0];
  const field = h("textarea", { id: "citation", readonly: true, rows: 8, "aria-label": word("citation") }, textOfCitation(figure, style));
  const select = h(
    "select",
    { id: "style", onchange: (event) => { shown.style = event.target.value; field.value = textOfCitation(figure, shown.style); } },
    styles.map((each) => h("option", { value: each, selected: each === style }, names[each] ?? each)),
  );
  const copy = h("button", { type: "button", id: "copy", onclick: () => copyText(field.value, copy, field) }, word("copy"));
  const address = () => location.href.replace(/#.*$/s, "") + `#${fragment(figure.id)}`;
  const share = h("button", { type: "button", class: "plain", onclick: () => copyText(address(), share) }, word("copy_link"));
  return h(
    "details",
    { class: "citing", open: shown.citing, ontoggle: (event) => (shown.citing = event.target.open) },
    h("summary", {}, word("citation")),
    h("p", { class: "row" }, h("label", { for: "style" }, word("style")), select, copy, share),
    field,
    h("p", { class: "quiet" }, word("id"), " ", h("code", {}, figure.id)),
  );
}

function table(indicator, choice) {
  const figures = [...indicator.figures];
  const time = (each) => data.periods[each.period]?.[4] ?? "";
  const places = [...new Set(figures.map((each) => each.area))];
  const order = (each) => (each.area === data.headline_area ? -1 : places.indexOf(each.area));
  figures.sort((one, other) => order(one) - order(other) || byCodePoint(time(other), time(one)));
  const grouped = figures.some((each) => each.category);
  const row = (each) =>
    h(
      "tr",
      each.id === figureOf(indicator).id ? { class: "chosen" } : {},
      h("th", { scope: "row" }, goTo(each.id, periodName(each.period))),
      h("td", {}, nameOf(data.byArea.get(each.area), each.area)),
      grouped ? h("td", {}, each.category ? nameOf(data.byCategory.get(each.category), each.category) : word("all")) : "",
      h("td", { class: "number" }, valueOf(each, choice), each.disputed ? h("span", { class: "flag", title: word("is_disputed") }, " ◆") : ""),
      h("td", {}, said(each.printed)),
      h("td", { class: "quiet" }, said(sourceName(each.source))),
    );
  const rows = shown.wholeTable ? figures : figures.slice(0, MOST_ROWS);
  const rest = figures.length - rows.length;
  return section(
    "all_figures",
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": word("all_figures") },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, ["period", "place", grouped && "category", "value", "printed", "source"].filter(Boolean).map((each) => h("th", { scope: "col", class: each === "value" ? "number" : undefined }, word(each))))),
        h("tbody", {}, rows.map(row)),
      ),
    ),
    rest ? h("button", { type: "button", class: "plain more", onclick: () => { shown.wholeTable = true; refresh(); } }, word("more", { count: rest })) : "",
  );
}

function sourceName(id) {
  const source = data.sources[id] ?? {};
  if (source.kind === "report") return label("source_kind", "report");
  if (source.kind === "footnote") return `${label("source_kind", "footnote")} ${id}`;
  return source.publisher || source.title || id;
}

function breaksOf(indicator) {
  const breaks = data.breaks.filter(([id]) => id === indicator.id);
  if (!breaks.length) return "";
  const item = ([, area, period, kind, note]) =>
    h("li", {}, h("strong", {}, word("from", { period: periodName(period) })), ` · ${nameOf(data.byArea.get(area), area)} · ${label("break", kind)} — `, said(note));
  return section("breaks", h("ul", {}, breaks.map(item)));
}

function operand(id) {
  const found = data.byFigure.get(id);
  if (!found) return h("code", {}, id);
  const [indicator, figure] = found;
  const value = valueOf(figure, choicesOf(indicator, figure)[0]);
  return h("span", { class: "operand" }, goTo(id, titleOf(indicator)), ` ${value}`, h("span", { class: "quiet" }, ` (${contextOf(figure)})`));
}

function identitiesOf(indicator) {
  const own = new Set((indicator.figures ?? []).map((each) => each.id));
  const related = data.identities.filter(([, result, left, right]) => own.has(result) || own.has(left) || own.has(right));
  if (!related.length) return "";
  const item = ([kind, result, left, right, note, discrepancy]) => {
    const parts = word(Object.hasOwn(data.words, kind) ? kind : "subset").split(/(\{\w+\})/);
    const operands = { "{result}": result, "{left}": left, "{right}": right };
    return h(
      "li",
      {},
      h("p", { class: "formula" }, parts.map((part) => (Object.hasOwn(operands, part) ? operand(operands[part]) : part))),
      note ? h("p", { class: "quiet" }, said(note)) : "",
      discrepancy ? h("p", {}, h("strong", {}, `${word("discrepancy")}: `), said(discrepancy)) : "",
    );
  };
  return section("identities", h("ul", { class: "identities" }, related.map(item)));
}

function statementsOf(indicator) {
  const related = data.statements.filter((each) => each[INDICATORS].includes(indicator.id));
  if (!related.length) return "";
  const items = related.map(statementItem);
  return section(
    "statements",
    h("ul", {}, items.slice(0, MOST_STATEMENTS)),
    items.length > MOST_STATEMENTS ? h("details", {}, h("summary", {}, `+ ${items.length - MOST_STATEMENTS}`), h("ul", {}, items.slice(MOST_STATEMENTS))) : "",
  );
}

// A statement with its kind, time and places, and the indicators whose figures belong to it if they are wanted.
function statementItem([, , kind, subkind, zh, en, issuer, period, status, note, locators, indicators], withIndicators) {
  const known = withIndicators === true ? indicators.map((id) => data.byIndicator.get(id)).filter(Boolean) : [];
  return (
    h(
      "li",
      {},
      said(either([zh, en]) || en || zh),
      h("span", { class: "quiet" }, [label("statement", kind), subkind && label("subkind", subkind), issuer, period && periodName(period), status && label("statement_status", status), ...locators.map(paragraphName)].filter(Boolean).map((each, place) => [place ? " · " : "", said(each)])),
      note ? h("span", { class: "quiet" }, said(note)) : "",
      known.length ? h("span", { class: "quiet" }, known.map((each, place) => [place ? " · " : "", goTo(each.id, titleOf(each))])) : "",
    )
  );
}

function about(indicator) {
  const parent = data.byIndicator.get(indicator.parent);
  const children = data.indicators.filter((each) => each.parent === indicator.id);
  return section(
    "about",
    h(
      "dl",
      { class: "facts" },
      indicator.definition ? entry("definition", said(indicator.definition)) : "",
      entry("measure", label("measure", indicator.measure)),
      indicator.timing ? entry("timing", label("timing", indicator.timing)) : "",
      (indicator.keywords ?? []).length ? entry("keywords", indicator.keywords.map((each, place) => [place ? ", " : "", said(each)])) : "",
      parent ? entry("parent", goTo(parent.id, titleOf(parent))) : "",
      children.length ? entry("children", h("ul", {}, children.map((each) => h("li", {}, goTo(each.id, titleOf(each)))))) : "",
      entry("id", h("code", {}, indicator.id)),
    ),
  );
}
