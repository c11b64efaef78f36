'use strict';
// Parts that several charts draw with.

// A chart that fills its panel.
tandem.spec = (width, height, layers, more = {}) => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  width, height, autosize: {type: 'fit-x', contains: 'padding'}, padding: {left: 2, right: 14, top: 6, bottom: 2},
  layer: layers, ...more,
});

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

// A long label on two lines.
tandem.wrapped = (label, most) => {
  if (label.length <= most) {
    return label;
  }
  const spaces = [...label.matchAll(/ /g)].map(match => match.index);
  const middle = spaces.reduce((best, at) => Math.abs(at - label.length / 2) < Math.abs(best - label.length / 2) ? at : best, -1);
  return middle < 0 ? label : label.slice(0, middle) + '\n' + label.slice(middle + 1);
};

// Rows of means with intervals as dots on lines, a row of the chart each.
tandem.dots = (width, data, {title, colour, format = '', zero = true, domain = null}) => {
  const c = tandem.colours();
  const room = Math.max(100, width * 0.44);
  const rows = data.map(row => ({...row, label: tandem.wrapped(row.label, room / 6.4)}));
  const step = rows.some(row => row.label.includes('\n')) ? 38 : 29;
  const order = rows.map(row => row.label);
  const y = {field: 'label', type: 'nominal', sort: order, title: null,
    axis: {labelLimit: room, grid: true, labelPadding: 8, labelExpr: "split(datum.label, '\\n')", labelBaseline: 'middle'}};
  const x = {field: 'value', type: 'quantitative', title, scale: {zero, ...(domain ? {domain} : {}), nice: true},
    axis: {format, grid: true}};
  return tandem.spec(width, {step}, [
    ...(zero ? [{mark: {type: 'rule', color: c.strongLine}, encoding: {x: {datum: 0, type: 'quantitative'}}}] : []),
    {transform: [{filter: 'isValid(datum.low) && isValid(datum.high)'}],
      mark: {type: 'rule', strokeWidth: 2.5, color: colour}, encoding: {y, x: {...x, field: 'low'}, x2: {field: 'high'}}},
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
