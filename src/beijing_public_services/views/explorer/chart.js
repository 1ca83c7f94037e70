// Charts of an indicator, which the library has laid out: a time axis with gaps and breaks, or rows side by side.
"use strict";

const MOST_COLOURS = 6;
const [MARGIN_TOP, MARGIN_BOTTOM, MARGIN_RIGHT] = [22, 30, 22];
const [ROW, HEAD] = [44, 20];
const ARROW = 20;

const dayOf = (text) => Date.parse(`${text}T00:00:00Z`);

// The marks of a chart as objects, their numbers in the unit that was chosen.
function marksOf(indicator, choice) {
  const scale = Number(choice.convert("1000000000")[0]) / 1e9;
  return indicator.chart.marks.map(([place, series, day, form, role, lower, upper, row, printed, value, source]) => {
    const figure = indicator.figures[place];
    const scaled = (number) => (number === null ? null : number * scale);
    const own = printed === undefined;
    return {
      figure, series, day, form, role, row, source: source ?? figure.source,
      printed: printed ?? figure.printed,
      value: scaled(own ? Number(figure.value) : value),
      lower: scaled(lower),
      upper: scaled(upper),
      text: own ? valueOf(figure, bare(choice)) : printed,
      chosen: own && figure.id === shown.drawn,
    };
  });
}

const bare = (choice) => ({ ...choice, name: "", written: { zh: ["", ""], en: ["", ""], many: ["", ""] } });

// The name of a series: what sets its figures apart from those of the others.
function seriesName(mark, marks) {
  const { area, category } = mark.figure;
  const parts = [];
  if (new Set(marks.map((each) => each.figure.area)).size > 1 || !category) parts.push(nameOf(data.byArea.get(area), area));
  if (category) parts.push(nameOf(data.byCategory.get(category), category));
  return parts.join(" · ");
}

// The name of a row: group, place, period, and who prints it, as far as they differ.
function rowName(mark, marks) {
  const differs = (of) => new Set(marks.map(of)).size > 1;
  const { area, category, period } = mark.figure;
  const parts = [];
  if (differs((each) => each.figure.category ?? "")) parts.push(category ? nameOf(data.byCategory.get(category), category) : word("all"));
  if (differs((each) => each.figure.area)) parts.push(nameOf(data.byArea.get(area), area));
  if (differs((each) => each.figure.period) || !parts.length) parts.push(periodName(period));
  if (mark.role === "target") parts.push(label("status", "target"));
  else if (differs((each) => publisherOf(each.source))) parts.push(publisherOf(mark.source));
  return parts.join(" · ");
}

const publisherOf = (id) => (data.sources[id]?.kind === "publication" ? sourceName(id) : label("source_kind", "report"));

function niceTicks(low, high, most, whole) {
  const rough = (high - low || Math.abs(high) || 1) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = whole ? [1, 2, 5, 10].map((each) => each * Math.max(1, power)) : [1, 2, 2.5, 5, 10].map((each) => each * power);
  const step = steps.find((each) => each >= rough) ?? rough;
  const ticks = [];
  for (let at = Math.ceil(low / step - 1e-9) * step; at <= high + step * 1e-9; at += step) ticks.push(Number(at.toPrecision(12)));
  return ticks;
}

function timeChart(indicator, choice, width) {
  const { axis, lines, changes, breaks, ticks } = indicator.chart;
  const marks = marksOf(indicator, choice);
  const scale = Number(choice.convert("1000000000")[0]) / 1e9;
  const [low, high, isReversed] = [axis[0] * scale, axis[1] * scale, axis[2]];
  const isLevel = marks.every((each) => each.value === marks[0].value);
  const height = isLevel ? 150 : Math.min(300, Math.max(220, width * 0.42));
  const values = niceTicks(low, high, isLevel ? 2 : 5, isReversed);
  const labels = values.map((tick) => grouped(String(tick)));
  const left = Math.max(30, 14 + 7.2 * Math.max(0, ...labels.map((each) => each.length)));
  const days = marks.map((each) => dayOf(each.day));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const padding = Math.min(26, width * 0.05);
  const x = (day) => left + padding + ((dayOf(day) - first) / (last - first || 1)) * (width - left - MARGIN_RIGHT - 2 * padding);
  const y = (value) => {
    const share = (value - low) / (high - low || 1);
    return MARGIN_TOP + (isReversed ? share : 1 - share) * (height - MARGIN_TOP - MARGIN_BOTTOM);
  };
  const classOf = colours(marks);
  const parts = [];
  values.forEach((tick, place) => {
    parts.push(s("line", { class: tick === 0 ? "axis" : "grid", x1: left, x2: width - MARGIN_RIGHT, y1: y(tick), y2: y(tick) }));
    parts.push(s("text", { class: "tick", x: left - 8, y: y(tick) + 4, "text-anchor": "end" }, labels[place]));
  });
  parts.push(...timeTicks(ticks, x, width - left, height));
  for (const [day, series] of breaks) parts.push(s("line", { class: `break ${breaks.filter((each) => each[0].slice(0, 7) === day.slice(0, 7)).length > 1 ? "" : classOf(series)}`, x1: x(day), x2: x(day), y1: MARGIN_TOP - 8, y2: height - MARGIN_BOTTOM }));
  for (const line of lines) {
    const points = line.map((place) => `${x(marks[place].day)} ${y(marks[place].value)}`);
    parts.push(s("path", { class: `line ${classOf(marks[line[0]].series)}`, d: `M${points.join("L")}` }));
  }
  for (const [from, to] of changes) {
    const [one, other] = [marks[from], marks[to]];
    parts.push(s("line", { class: `line change ${classOf(other.series)}`, x1: x(one.day), y1: y(one.value), x2: x(other.day), y2: y(other.value) }));
  }
  const inFront = [...marks].sort((one, other) => (one.role === "report") - (other.role === "report") || one.chosen - other.chosen);
  const isOn = (one, other) => Math.abs(x(one.day) - x(other.day)) < 6 && Math.abs(y(one.value) - y(other.value)) < 6;
  inFront.forEach((each, place) => {
    const over = inFront.slice(place + 1).filter((other) => other.series !== each.series && isOn(each, other));
    const size = Math.sqrt(1 + 1.1 * new Set(over.map((other) => other.series)).size); // so that none is hidden
    parts.push(...drawMark(each, x(each.day), y(each.value), (value) => [x(each.day), y(value)], isReversed ? [0, 1] : [0, -1], classOf(each.series), size));
  });
  parts.push(chosenValue(marks.map((each) => [x(each.day), y(each.form === "range" ? each.upper : each.value), each])));
  const text = word("chart_text", { name: titleOf(indicator), from: new Date(first).getUTCFullYear(), to: new Date(last).getUTCFullYear() });
  return picture(text, width, height, parts);
}

const picture = (text, width, height, parts) => s("svg", { class: "chart", role: "img", "aria-label": text, width, height, viewBox: `0 0 ${width} ${height}` }, parts);

// The colour of each series; where there are many, only that of the chosen figure stands out.
function colours(marks) {
  const numbers = [...new Set(marks.map((each) => each.series))];
  if (numbers.length <= MOST_COLOURS) return (series) => `series-${series}`;
  const chosen = (marks.find((each) => each.chosen) ?? marks[0]).series;
  return (series) => (series === chosen ? "series-0" : "series-others faint");
}

// The labels of the time axis, as many as have room, the last one always.
function timeTicks(ticks, x, width, height) {
  const texts = ticks.map(([, ...both]) => either(both));
  const longest = Math.max(...texts.map((each) => [...each].reduce((sum, letter) => sum + (CHINESE.test(letter) ? 12.5 : 7), 0)));
  const every = Math.max(1, Math.ceil((ticks.length * (longest + 12)) / Math.max(width, 1)));
  return ticks.map(([day], place) => ((ticks.length - 1 - place) % every ? "" : s("text", { class: "tick", x: x(day), y: height - 8, "text-anchor": "middle" }, texts[place])));
}

// A mark: what it leaves possible as a band, a bound with an arrow, and a shape that says whose it is, at both ends of a
// range.
function drawMark(mark, x, y, at, [right, up], series, size = 1) {
  const parts = [];
  const { lower, upper, form, role } = mark;
  const css = role === "dispute" || role === "question" ? "other" : series;
  if (lower !== null && upper !== null && lower !== upper) {
    const [[x1, y1], [x2, y2]] = [at(lower), at(upper)];
    if (Math.hypot(x2 - x1, y2 - y1) > 11) parts.push(s("line", { class: `range ${css}${form === "point" ? " rounding" : ""}`, x1, y1, x2, y2 }));
  }
  if (form === "bound" && (lower === null) !== (upper === null)) {
    const way = upper === null ? 1 : -1;
    const [dx, dy] = [right * way, up * way];
    const [tipX, tipY] = [x + dx * ARROW, y + dy * ARROW];
    const [backX, backY] = [tipX - dx * 5, tipY - dy * 5];
    parts.push(s("path", { class: `arrow ${css}`, d: `M${x + dx * 5} ${y + dy * 5}L${tipX} ${tipY}M${backX - dy * 4} ${backY - dx * 4}L${tipX} ${tipY}L${backX + dy * 4} ${backY + dx * 4}` }));
  }
  const places = form === "range" ? [at(lower), at(upper)] : [[x, y]];
  const shapes = places.map(([left, top]) => {
    const title = s("title", {}, `${periodName(mark.figure.period)} · ${publisherOf(mark.source)}: ${mark.printed}`);
    const shape = s("path", { class: `mark ${css} ${role}${form === "point" ? "" : " open"}${mark.chosen ? " chosen" : ""}`, d: shapeOf(role, left, top, mark.chosen ? 1.4 : size) }, title);
    shape.addEventListener("click", () => (location.hash = fragment(mark.figure.id)));
    return shape;
  });
  return [...parts, ...shapes];
}

function shapeOf(role, x, y, size) {
  const r = (role === "publication" ? 3.6 : role === "report" ? 4.8 : 6) * size;
  if (role === "report") return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  if (role === "publication") return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`;
  if (role === "dispute") return `M${x - r} ${y - r * 0.8}h${2 * r}L${x} ${y + r}Z`;
  if (role === "question") return `M${x - r} ${y + r * 0.8}h${2 * r}L${x} ${y - r}Z`;
  if (role === "superseded") return `M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}`;
  return `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;
}

// The value of the chosen figure beside its mark, on the side where no other mark is in the way.
function chosenValue(spots) {
  const [x, y, mark] = spots.find(([, , each]) => each.chosen) ?? [];
  if (!mark) return "";
  const crowding = (side) => spots.filter(([left, top]) => Math.abs(left - x) < 18 && side * (top - y) > 2 && side * (top - y) < 26).length;
  const arrow = mark.form === "bound" ? (mark.upper === null ? -1 : 1) : 0;
  const isAbove = mark.form === "range" || crowding(-1) + (arrow === -1) <= crowding(1) + (arrow === 1);
  return s("text", { class: "chosen-value", x, y: isAbove ? y - 12 : y + 22, "text-anchor": "middle" }, shown.chosenValue);
}

// The colour of a bar says whose figure it is, as its shape does: a goal, another publication, or the report.
const barColour = (role) => ({ target: "series-1", publication: "series-others", superseded: "series-others" })[role] ?? "series-0";

function rowChart(indicator, choice, width) {
  const marks = marksOf(indicator, choice);
  const rows = [...new Set(marks.map((each) => each.row))].sort((one, other) => one - other).map((row) => marks.filter((each) => each.row === row));
  const height = rows.length * ROW + 6;
  const ends = marks.flatMap(({ value, lower, upper }) => [value, lower, upper]).filter((each) => each !== null);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const hasBars = indicator.measure !== "rank" && indicator.measure !== "index";
  const x = (value) => 8 + ((value - low) / (high - low || 1)) * (width - 130);
  const parts = [];
  rows.forEach((row, place) => {
    const y = place * ROW + 33;
    parts.push(s("text", { class: "row-name", x: 8, y: y - 13 }, rowName(row[0], marks)));
    parts.push(s("line", { class: "axis", x1: x(0), x2: x(0), y1: y - 7, y2: y + 7 }));
    for (const mark of row) {
      const css = barColour(mark.role);
      if (mark.form === "point" && hasBars && mark.role !== "dispute" && mark.role !== "question") parts.push(s("line", { class: `stem ${css}`, x1: x(0), x2: x(mark.value), y1: y, y2: y }));
      parts.push(...drawMark(mark, x(mark.value), y, (value) => [x(value), y], [1, 0], css));
    }
    const reach = Math.max(...row.map((mark) => x(mark.form === "range" ? mark.upper : mark.value) + (mark.form === "bound" && mark.upper === null ? ARROW + 6 : 11)));
    parts.push(s("text", { class: "row-value", x: reach, y: y + 4 }, row.map((mark) => mark.text).join("; ")));
  });
  return picture(word("bars_text", { name: titleOf(indicator) }), width, height, parts);
}

// The chart of an indicator with its legend; nothing where there is nothing to compare.
function chartOf(indicator, choice, width) {
  if (!indicator.chart) return null;
  const isTime = indicator.chart.kind === "line" || indicator.chart.kind === "slope";
  const marks = marksOf(indicator, choice);
  const drawn = isTime ? timeChart(indicator, choice, width) : rowChart(indicator, choice, width);
  return h("figure", { class: "drawing" }, h("p", { class: "unit-note" }, unitName(choice, shown.language)), drawn, legend(indicator, marks, isTime));
}

function legend(indicator, marks, isTime) {
  const classOf = colours(marks);
  const keys = [...new Map(marks.map((each) => [each.series, each])).values()].filter((each) => !classOf(each.series).includes("faint"));
  const lines = isTime && (keys.length > 1 || keys.length < new Set(marks.map((each) => each.series)).size);
  const roles = [...new Set(marks.map((each) => each.role))].filter((role) => Object.hasOwn(data.words, `legend_${role}`));
  const shape = (role) => s("svg", { class: "sample", width: 16, height: 16, "aria-hidden": "true" }, s("path", { class: `mark ${role === "dispute" || role === "question" ? "other" : isTime ? "plainly" : barColour(role)} ${role}`, d: shapeOf(role, 8, 8, 1) }));
  const notes = [];
  if (marks.some((each) => each.form === "bound")) notes.push("legend_bound");
  if (marks.some((each) => each.form === "approximate" || each.form === "range")) notes.push("legend_band");
  if (indicator.chart.breaks.length) notes.push("legend_break");
  if (isTime && hasGap(indicator, marks)) notes.push("legend_gap");
  return h(
    "figcaption",
    {},
    lines ? h("ul", { class: "keys" }, keys.map((each) => h("li", {}, h("span", { class: `key ${classOf(each.series)}` }), seriesName(each, marks)))) : "",
    roles.length > 1 || (roles.length && roles[0] !== "report") ? h("ul", { class: "keys" }, roles.map((role) => h("li", {}, shape(role), word(`legend_${role}`)))) : "",
    notes.map((each) => h("p", {}, word(each))),
  );
}

// Whether some figure through time is joined to neither the one before nor the one after.
function hasGap(indicator, marks) {
  const joined = new Set([...indicator.chart.lines, ...indicator.chart.changes].flat());
  const points = marks.map((each, place) => [each, place]).filter(([each]) => each.form === "point" && (each.role === "report" || each.role === "publication"));
  return points.some(([, place]) => !joined.has(place)) || indicator.chart.lines.length > new Set(marks.map((each) => each.series)).size;
}
