// Charts of an indicator: figures through time, or groups compared. A bound is an open mark with an arrow.
"use strict";

const DAY = 86_400_000;
const MOST_LINES = 6;
const [MARGIN_TOP, MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_RIGHT] = [18, 30, 54, 18];
const ARROWS = { gt: -1, ge: -1, some_over: -1, lt: 1, le: 1, nearly: 1 };

const dayOf = (text) => Date.parse(`${text}T00:00:00Z`);

function when(figure) {
  const [, , frequency, first, last] = data.periods[figure.period] ?? [];
  if (!last || last.startsWith("0000") || !/\d{4}-/.test(last)) return null;
  const dated = first && !first.startsWith("0000");
  const [start, end] = [dayOf(dated ? first : last), dayOf(last)];
  return { frequency, start, end, middle: (start + end) / 2 };
}

// Figures for one thing in the order of `by_publisher`: the report's, then by grade, exact ones, the later publication.
function byPublisher(figures) {
  const gradeOf = (figure) => {
    const source = data.sources[figure.source] ?? {};
    return source.kind === "publication" ? source.grade ?? "" : "";
  };
  const published = (figure) => data.sources[figure.source]?.published ?? "";
  return [...figures].sort(
    (one, other) =>
      byCodePoint(gradeOf(one), gradeOf(other)) ||
      Boolean(one.bound) - Boolean(other.bound) ||
      byCodePoint(published(other), published(one)) ||
      byCodePoint(other.id, one.id),
  );
}

// The lines of a chart: figures of one area and group, dated alike; none where no line has two dates.
function linesOf(indicator) {
  const dated = (indicator.figures ?? []).filter((each) => !each.target).map((figure) => ({ figure, time: when(figure) })).filter(({ time }) => time);
  const headline = dated.find(({ figure }) => figure.id === indicator.headline) ?? dated[0];
  const alike = dated.filter(({ time }) => time.frequency === headline.time.frequency);
  const lines = new Map();
  for (const each of alike) {
    const key = `${each.figure.area}\n${each.figure.category ?? ""}`;
    if (!lines.has(key)) lines.set(key, []);
    lines.get(key).push(each);
  }
  const several = [...lines.values()].filter((line) => new Set(line.map(({ time }) => time.end)).size > 1);
  if (!several.length) return [];
  return several
    .sort((one, other) => (other[0].figure.area === data.headline_area) - (one[0].figure.area === data.headline_area) || other.length - one.length)
    .slice(0, MOST_LINES)
    .map((line) => {
      const inOrder = byPublisher(line.map(({ figure }) => figure));
      return line.sort((one, other) => one.time.end - other.time.end || one.time.start - other.time.start || inOrder.indexOf(one.figure) - inOrder.indexOf(other.figure));
    });
}

// The figures of one period that differ by group or by area.
function groupsOf(indicator) {
  const figures = (indicator.figures ?? []).filter((each) => !each.target);
  const byPeriod = new Map();
  for (const each of figures) byPeriod.set(each.period, [...(byPeriod.get(each.period) ?? []), each]);
  const fullest = [...byPeriod.values()].sort((one, other) => other.length - one.length)[0] ?? [];
  const first = new Map();
  for (const each of byPublisher(fullest)) {
    const key = `${each.area}\n${each.category ?? ""}`;
    if (!first.has(key)) first.set(key, each);
  }
  return first.size > 1 ? [...first.values()] : [];
}

function otherMarks(figure) {
  const unit = figure.unit;
  return (figure.checks ?? []).filter(([, verdict, , , of]) => (verdict === "differs" || verdict === "contradicts") && of === unit);
}

function groupName(figure, lines) {
  const areas = new Set(lines.map((line) => line[0].figure.area));
  const parts = [];
  if (areas.size > 1 || !figure.category) parts.push(nameOf(data.byArea.get(figure.area), figure.area));
  if (figure.category) parts.push(nameOf(data.byCategory.get(figure.category), figure.category));
  return parts.join(" · ");
}

function niceTicks(low, high, most) {
  if (most === "whole") return Array.from({ length: high - low + 1 }, (_, step) => low + step).filter((each) => !((each - low) % Math.ceil((high - low) / 5 || 1)));
  const rough = (high - low || Math.abs(high) || 1) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  const ticks = [];
  for (let at = Math.floor(low / step) * step; at < high + step * 0.999; at += step) ticks.push(Number(at.toPrecision(12)));
  return ticks;
}

function timeChart(indicator, lines, choice, width) {
  const numeric = (text) => Number(choice.convert(text)[0]);
  const all = lines.flat();
  const values = all.flatMap(({ figure }) => [figure.value, ...otherMarks({ ...figure, unit: indicator.unit }).map((each) => each[3])]).map(numeric);
  let [low, high] = [Math.min(...values), Math.max(...values)];
  const height = low === high ? 120 : Math.min(300, Math.max(220, width * 0.42));
  const isRank = indicator.measure === "rank";
  if (!isRank && low > 0 && low < high * 0.6) low = 0;
  if (!isRank && high < 0 && high > low * 0.6) high = 0;
  const ticks = isRank ? niceTicks(Math.max(1, Math.floor(low) - 1), Math.ceil(high) + 1, "whole") : niceTicks(low, high, 5);
  const shownTicks = ticks;
  const [bottom, top] = [Math.min(...shownTicks), Math.max(...shownTicks)];
  const years = all.flatMap(({ time }) => [new Date(time.start).getUTCFullYear(), new Date(time.end).getUTCFullYear()]);
  const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)];
  const [from, until] = [Date.UTC(firstYear, 0, 1), Date.UTC(lastYear + 1, 0, 1)];
  const labels = shownTicks.map((tick) => grouped(String(tick)));
  const left = Math.max(MARGIN_LEFT - 18, 14 + 7.2 * Math.max(...labels.map((each) => each.length)));
  const x = (time) => left + ((time - from) / (until - from)) * (width - left - MARGIN_RIGHT);
  const y = (value) => {
    const share = (value - bottom) / (top - bottom || 1);
    return isRank ? MARGIN_TOP + share * (height - MARGIN_TOP - MARGIN_BOTTOM) : height - MARGIN_BOTTOM - share * (height - MARGIN_TOP - MARGIN_BOTTOM);
  };
  const parts = [];
  const drawn = { gap: false };
  const [marks, disputes, spots] = [[], [], []];
  shownTicks.forEach((tick, place) => {
    parts.push(s("line", { class: tick === 0 ? "axis" : "grid", x1: left, x2: width - MARGIN_RIGHT, y1: y(tick), y2: y(tick) }));
    parts.push(s("text", { class: "tick", x: left - 8, y: y(tick) + 4, "text-anchor": "end" }, labels[place]));
  });
  const every = Math.ceil((lastYear - firstYear + 1) / Math.max(2, Math.floor((width - left) / 52)));
  for (let year = lastYear; year >= firstYear; year -= every) {
    parts.push(s("text", { class: "tick", x: x(Date.UTC(year, 6, 2)), y: height - 8, "text-anchor": "middle" }, String(year)));
  }
  for (const [time, series] of breaksIn(indicator, lines)) {
    if (time > from) parts.push(s("line", { class: `break ${series}`, x1: x(time), x2: x(time), y1: MARGIN_TOP - 6, y2: height - MARGIN_BOTTOM }));
  }
  lines.forEach((line, number) => {
    const mains = line.filter(({ time }, place) => !place || line[place - 1].time.end !== time.end || line[place - 1].time.start !== time.start);
    for (let at = 1; at < mains.length; at++) {
      const [before, after] = [mains[at - 1], mains[at]];
      const adjoins = after.time.start - before.time.end <= DAY;
      if (!adjoins) drawn.gap = true;
      if (adjoins && !after.figure.break) {
        parts.push(s("line", { class: `line series-${number}`, x1: x(before.time.middle), y1: y(numeric(before.figure.value)), x2: x(after.time.middle), y2: y(numeric(after.figure.value)) }));
      }
    }
    for (const { figure, time } of line) {
      for (const check of otherMarks({ ...figure, unit: indicator.unit })) disputes.push(disputeMark(x(time.middle), y(numeric(check[3])), check));
      spots.push([x(time.middle), y(numeric(figure.value)), figure]);
      marks.push(...mark(figure, x(time.middle), y(numeric(figure.value)), (end) => Math.min(height - MARGIN_BOTTOM, Math.max(MARGIN_TOP, y(numeric(end)))), `series-${number}`, isRank));
    }
  });
  parts.push(...marks, ...disputes, chosenValue(spots));
  const name = titleOf(indicator);
  const text = word("chart_text", { name, from: firstYear, to: lastYear });
  return s("svg", { class: "chart", role: "img", "aria-label": text, width, height, viewBox: `0 0 ${width} ${height}`, "data-gap": drawn.gap }, parts);
}

// The value of the chosen figure beside its mark, on the side where no other mark is in the way.
function chosenValue(spots) {
  const [x, y, figure] = spots.find(([, , each]) => each.id === shown.drawn) ?? [];
  if (!figure) return "";
  const crowding = (side) => spots.filter(([left, top]) => Math.abs(left - x) < 18 && side * (top - y) > 2 && side * (top - y) < 26).length;
  const above = crowding(-1) + (ARROWS[figure.bound] === -1) <= crowding(1) + (ARROWS[figure.bound] === 1);
  return s("text", { class: "chosen-value", x, y: above ? y - 12 : y + 22, "text-anchor": "middle" }, shown.chosenValue);
}

// Where the basis of a line changes; a change of several lines at once is drawn once, in no line's colour.
function breaksIn(indicator, lines) {
  const found = new Map();
  for (const [id, area, period] of data.breaks) {
    const number = lines.findIndex((line) => line[0].figure.area === area);
    const time = id === indicator.id && number >= 0 && when({ period });
    if (time) found.set(time.start, found.has(time.start) || lines.length === 1 ? "" : `series-${number}`);
  }
  return found;
}

function mark(figure, x, y, toY, series, isRank) {
  const parts = [];
  const [lower, upper] = figure.interval ?? [];
  if (lower && upper && Math.abs(toY(lower) - toY(upper)) > 10) {
    parts.push(s("line", { class: `range ${series}`, x1: x, x2: x, y1: toY(lower), y2: toY(upper) }));
  }
  const direction = ARROWS[figure.bound] && ARROWS[figure.bound] * (isRank ? -1 : 1);
  if (direction) {
    const tip = y + direction * 20;
    parts.push(s("path", { class: `arrow ${series}`, d: `M${x} ${y + direction * 6}V${tip}M${x - 4} ${tip - direction * 5}L${x} ${tip}L${x + 4} ${tip - direction * 5}` }));
  }
  const chosen = figure.id === shown.drawn;
  const title = `${periodName(figure.period)}: ${figure.printed}`;
  const circle = s("circle", { class: `mark ${series}${figure.bound ? " open" : ""}${chosen ? " chosen" : ""}`, cx: x, cy: y, r: chosen ? 6.5 : 4.5, "data-figure": figure.id }, s("title", {}, title));
  circle.addEventListener("click", () => (location.hash = fragment(figure.id)));
  return [...parts, circle];
}

function disputeMark(x, y, [source, , printed]) {
  const publisher = data.sources[source]?.publisher ?? source;
  return s("path", { class: "dispute", d: `M${x} ${y - 8}L${x + 8} ${y}L${x} ${y + 8}L${x - 8} ${y}Z` }, s("title", {}, `${publisher}: ${printed}`));
}

function groupChart(indicator, figures, choice, width) {
  const numeric = (text) => Number(choice.convert(text)[0]);
  const sorted = [...figures].sort((one, other) => Number(other.value) - Number(one.value));
  const row = 42;
  const height = sorted.length * row + 4;
  const values = sorted.flatMap((figure) => [figure.value, ...otherMarks({ ...figure, unit: indicator.unit }).map((each) => each[3])]).map(numeric);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = (value) => 8 + ((value - low) / (high - low || 1)) * (width - 110);
  const parts = [];
  const lines = sorted.map((figure) => [{ figure }]);
  sorted.forEach((figure, place) => {
    const y = place * row + 32;
    const at = x(numeric(figure.value));
    parts.push(s("text", { class: "row-name", x: 8, y: y - 12 }, groupName(figure, lines)));
    parts.push(s("text", { class: "row-value", x: at + (figure.bound ? 26 : 11), y: y + 4 }, valueOf(figure, { ...choice, name: "", written: { zh: ["", ""], en: ["", ""], many: ["", ""] } })));
    parts.push(s("line", { class: "axis", x1: x(0), x2: x(0), y1: y - 7, y2: y + 7 }));
    if (!figure.bound) parts.push(s("line", { class: "stem series-0", x1: x(0), x2: at, y1: y, y2: y }));
    const direction = -(ARROWS[figure.bound] ?? 0);
    if (direction) {
      const tip = at + direction * 20;
      parts.push(s("path", { class: "arrow series-0", d: `M${at + direction * 6} ${y}H${tip}M${tip - direction * 5} ${y - 4}L${tip} ${y}L${tip - direction * 5} ${y + 4}` }));
    }
    for (const check of otherMarks({ ...figure, unit: indicator.unit })) parts.push(disputeMark(x(numeric(check[3])), y, check));
    parts.push(...mark({ ...figure, interval: undefined }, at, y, () => y, "series-0", false).filter((part) => part.tagName === "circle"));
  });
  const text = word("bars_text", { name: titleOf(indicator) });
  return s("svg", { class: "chart", role: "img", "aria-label": text, width, height, viewBox: `0 0 ${width} ${height}` }, parts);
}

// The chart of an indicator with its legend; nothing where there is nothing to compare.
function chartOf(indicator, choice, width) {
  const lines = linesOf(indicator);
  const groups = lines.length ? [] : groupsOf(indicator);
  if (!lines.length && !groups.length) return null;
  const drawn = lines.length ? timeChart(indicator, lines, choice, width) : groupChart(indicator, groups, choice, width);
  const figures = lines.length ? lines.flat().map(({ figure }) => figure) : groups;
  const keys = lines.length > 1 ? lines.map((line, number) => h("li", {}, h("span", { class: `key series-${number}` }), groupName(line[0].figure, lines))) : [];
  const notes = [];
  if (figures.some((each) => each.bound)) notes.push("legend_bound");
  if (figures.some((each) => otherMarks({ ...each, unit: indicator.unit }).length)) notes.push("legend_dispute");
  if (drawn.querySelector(".break")) notes.push("legend_break");
  if (drawn.hasAttribute("data-gap")) notes.push("legend_gap");
  return h(
    "figure",
    { class: "drawing" },
    h("p", { class: "unit-note" }, unitName(choice, shown.language)),
    drawn,
    h("figcaption", {}, keys.length ? h("ul", { class: "keys" }, keys) : "", notes.map((each) => h("p", {}, word(each)))),
  );
}
