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

// Rows of means with intervals as dots on lines, a row of the chart each.
tandem.dots = (width, rows, {title, colour, format = '', zero = true, domain = null, order = null, step = 26}) => {
  const c = tandem.colours();
  const y = {field: 'label', type: 'nominal', sort: order, title: null, axis: {labelLimit: Math.max(90, width * 0.42), grid: true, labelPadding: 8}};
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

// Many cells are told apart by nothing; these many are drawn one by one.
tandem.mostPanels = 12;

tandem.panelCells = (cells, contents) => {
  const drawn = cells.slice(0, tandem.mostPanels);
  if (cells.length > drawn.length) {
    contents.notes.push(`${drawn.length} of ${cells.length} cells are drawn; choose levels above to see others.`);
  }
  return drawn;
};

tandem.columnsFor = (count, width, least = 300) => Math.max(1, Math.min(count, 3, Math.floor((width + 28) / (least + 28))));
