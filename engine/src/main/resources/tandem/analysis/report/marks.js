'use strict';
// Parts that several charts draw with.

// A chart that fills its panel.
tandem.spec = (width, height, layers, more = {}) => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  width, height: typeof height === 'number' && tandem.isAlone() ? Math.round(1.5 * height) : height, autosize: {type: 'fit-x', contains: 'padding'}, padding: {left: 2, right: 14, top: 6, bottom: 2},
  layer: layers, ...more,
});

// A chart by itself has room; as a picture it keeps its size.
tandem.isAlone = () => Boolean(tandem.state.only) && !document.body.classList.contains('bare') && innerWidth > 720;

// Axes of stacked charts begin at the same place.
tandem.leftAxis = {minExtent: 46};

tandem.splitLegend = splits => {
  const c = tandem.colours();
  return splits.map(split => ({label: split, colour: c.ink, dash: tandem.dashes[split]}));
};

tandem.lossAndAccuracyLegend = () => {
  const c = tandem.colours();
  return [{label: 'loss', colour: c.loss, block: true}, {label: 'accuracy', colour: c.accuracy, block: true}];
};

// A long label on as few lines as hold it, three at most, broken at spaces and behind hyphens, as evenly as that allows.
tandem.wrapped = (label, most) => {
  const pieces = label.match(/[^ -]+-?|-| /g) || [label];
  const fill = room => pieces.reduce((lines, piece) => {
    const last = lines[lines.length - 1];
    return (last + piece).trimEnd().length <= room || !last ? [...lines.slice(0, -1), last + piece] : [...lines, piece.trimStart()];
  }, ['']).map(line => line.trim()).filter(Boolean);
  const lines = fill(Math.max(4, most)).length;
  let room = Math.ceil(label.length / lines);
  while (fill(room).length > lines) {
    room++;
  }
  const all = fill(room);
  return (lines > 3 ? [...all.slice(0, 2), all.slice(2).join(' ')] : all).join('\n');
};

tandem.linesOf = label => label.split('\n').length;

// A title of an axis in a narrow place.
tandem.axisTitle = (title, width) => {
  const lines = tandem.wrapped(title, Math.floor(width / 6.7)).split('\n');
  return lines.length > 1 ? lines : title;
};

// Rows of means with intervals as dots on lines, a row of the chart each. An interval that leaves a given domain ends at its edge:
// a chart must not grow by what does not belong on it.
tandem.dots = (width, data, {title, colour, format = tandem.plain, zero = true, domain = null}) => {
  const c = tandem.colours();
  const room = Math.max(100, width * 0.44);
  const rows = data.map(row => ({...row, label: tandem.wrapped(row.label, room / 6.4)}));
  const step = [29, 38, 52][Math.max(0, ...rows.map(row => tandem.linesOf(row.label))) - 1] ?? 52;
  const order = rows.map(row => row.label);
  const y = {field: 'label', type: 'nominal', sort: order, title: null,
    axis: {labelLimit: room, grid: true, labelPadding: 8, labelExpr: "split(datum.label, '\\n')", labelBaseline: 'middle'}};
  const longest = Math.max(0, ...rows.flatMap(row => row.label.split('\n')).map(line => line.length));
  const x = {field: 'value', type: 'quantitative', title: tandem.axisTitle(title, width - Math.min(room, 6.4 * longest) - 20), scale: {zero, ...(domain ? {domain} : {}), nice: true},
    axis: {format, grid: true}};
  return tandem.spec(width, {step}, [
    ...(zero ? [{mark: {type: 'rule', color: c.strongLine}, encoding: {x: {datum: 0, type: 'quantitative'}}}] : []),
    {transform: [{filter: 'isValid(datum.low) && isValid(datum.high)'}],
      mark: {type: 'rule', strokeWidth: 2.5, color: colour, clip: Boolean(domain)}, encoding: {y, x: {...x, field: 'low'}, x2: {field: 'high'}}},
    {mark: {type: 'point', filled: true, size: 80, opacity: 1, color: colour},
      encoding: {y, x, tooltip: {field: 'tip', type: 'nominal'}}},
  ], {data: {values: rows}});
};

// Nobody tells many cells apart: these many are drawn one by one, fewer where they stand below each other.
tandem.mostPanels = width => width < 560 ? 6 : 12;

tandem.panelCells = (cells, contents) => {
  const drawn = tandem.some(cells, tandem.mostPanels(contents.width));
  if (cells.length > drawn.length) {
    contents.notes.push(`${drawn.length} of ${cells.length} cells are drawn, at even distances in their order; choose levels above to see others.`);
  }
  return drawn;
};

// Four panels make two rows of two.
tandem.columnsFor = (count, width, least = 300) =>
  Math.max(1, Math.min(count, count === 4 ? 2 : 3, Math.floor((width + 28) / (least + 28))));

// Some of many, at even distances, first and last among them.
tandem.some = (items, most) => items.length <= most ? items
  : Array.from({length: most}, (_, i) => items[Math.round(i * (items.length - 1) / (most - 1))]);
