'use strict';
// Loss and accuracy over the epochs.

tandem.bands = {
  sd: {label: 'mean ± standard deviation', line: 'mean',
    ends: (row, name) => row[name + '_sd'] === null ? [null, null] : [row[name + '_mean'] - row[name + '_sd'], row[name + '_mean'] + row[name + '_sd']]},
  quartiles: {label: 'median and quartiles', line: 'median', ends: (row, name) => [row[name + '_q25'], row[name + '_q75']]},
};

tandem.curveSpec = (cell, name, view, shared) => {
  const c = tandem.colours();
  const colour = c[name];
  const band = tandem.bands[view.choice.band];
  const isLoss = name === 'loss';
  const values = tandem.curveRows(cell, view).map(row => {
    let [low, high] = band.ends(row, name);
    if (low !== null) {
      low = isLoss && view.choice.scale === 'log' ? Math.max(low, shared.loss[0]) : Math.max(low, 0);
      high = isLoss ? high : Math.min(high, 1);
    }
    const value = row[`${name}_${band.line}`];
    const show = isLoss ? tandem.number : tandem.percent;
    return {epoch: row.epoch, split: row.split, value, low, high,
      tip: `epoch ${row.epoch}, ${row.split}\n${name} ${show(value)}${low === null ? '' : `\n${band.label}: ${show(low)} to ${show(high)}`}\n${row.n} runs`};
  });
  const x = {field: 'epoch', type: 'quantitative', title: isLoss ? null : 'epoch', scale: {nice: false, zero: false},
    axis: isLoss ? {labels: false, ticks: false} : {format: 'd'}};
  const y = {field: 'value', type: 'quantitative', title: isLoss ? 'loss (nats)' : 'accuracy',
    scale: {domain: shared[name], nice: false, type: isLoss ? view.choice.scale : 'linear'},
    axis: {titleColor: colour, format: isLoss ? tandem.plain : '~%', ...tandem.leftAxis, ...(isLoss && view.choice.scale === 'log' ? {tickCount: 4} : {})}};
  const mark = tandem.markOf(cell);
  const layers = [
    {transform: [{filter: {field: 'split', equal: tandem.state.split}}],
      mark: {type: 'area', color: colour, opacity: 0.17, clip: true},
      encoding: {x, y: {...y, field: 'low'}, y2: {field: 'high'}}},
    {mark: {type: 'line', color: colour, strokeWidth: 2.2, clip: true},
      encoding: {x, y, strokeDash: {field: 'split', legend: null,
        scale: {domain: Object.keys(tandem.dashes), range: Object.values(tandem.dashes)}}}},
  ];
  const first = values.length ? values[0].epoch : 0;
  if (mark && band.line === 'mean') {
    const marks = [
      {epoch: mark.min_loss_epoch, value: isLoss ? mark.min_loss : mark.accuracy_there, colour: c.loss, shape: 'triangle-down',
        tip: `lowest mean loss, ${mark.split}: ${tandem.number(mark.min_loss)} at epoch ${mark.min_loss_epoch}\naccuracy there: ${tandem.percent(mark.accuracy_there)}`},
      {epoch: mark.max_accuracy_epoch, value: isLoss ? mark.loss_there : mark.max_accuracy, colour: c.accuracy, shape: 'triangle-up',
        tip: `highest mean accuracy, ${mark.split}: ${tandem.percent(mark.max_accuracy)} at epoch ${mark.max_accuracy_epoch}\nloss there: ${tandem.number(mark.loss_there)}`},
    ].filter(one => one.epoch >= first);
    layers.push(
      {data: {values: marks}, mark: {type: 'rule', strokeDash: [2, 3], strokeWidth: 1.2}, encoding: {x, color: {field: 'colour', scale: null}}},
      {data: {values: marks}, mark: {type: 'point', filled: true, size: 110, opacity: 1, stroke: c.paper, strokeWidth: 1.5},
        encoding: {x, y, color: {field: 'colour', scale: null}, shape: {field: 'shape', scale: null}, tooltip: {field: 'tip', type: 'nominal'}}});
  }
  layers.push({mark: {type: 'point', size: 160, opacity: 0, filled: true, color: colour, clip: true}, encoding: {x, y, tooltip: {field: 'tip', type: 'nominal'},
    opacity: {condition: {param: `near_${name}`, empty: false, value: 0.9}, value: 0}},
    params: [{name: `near_${name}`, select: {type: 'point', on: 'pointerover', clear: 'pointerout'}}]});
  return tandem.spec(view.panelWidth, isLoss ? 150 : 176, layers, {data: {values}});
};

// Without the beginning, what comes later fills the chart.
tandem.curveRows = (cell, view) => {
  const rows = tandem.curvesOf(cell);
  const last = rows.length ? rows[rows.length - 1].epoch : 0;
  return view.choice.from === 'later' ? rows.filter(row => row.epoch >= last / 10) : rows;
};

// The same scale in all panels: of all lines drawn, and of the band of the chosen split.
tandem.curveDomain = (cells, name, view) => {
  const band = tandem.bands[view.choice.band];
  const ends = [];
  for (const cell of cells) {
    for (const row of tandem.curveRows(cell, view)) {
      if (view.choice.from === 'all' || row.split === tandem.state.split) {
        ends.push(row[`${name}_${band.line}`]);
      }
      if (row.split === tandem.state.split) {
        ends.push(...band.ends(row, name));
      }
    }
  }
  const finite = ends.filter(value => value !== null && (name === 'accuracy' || view.choice.scale !== 'log' || value > 0));
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (name === 'accuracy') {
    const room = Math.max(0.01, (high - low) * 0.06);
    return [Math.max(0, low - room), Math.min(1, high + room)];
  }
  if (view.choice.from === 'later' && view.choice.scale !== 'log') {
    return [Math.max(0, low - (high - low) * 0.06), high + (high - low) * 0.06];
  }
  return view.choice.scale === 'log' ? [Math.max(low, high * 1e-6), high * 1.1] : [0, high * 1.04];
};

tandem.charts.push({
  id: 'curves',
  clean: true,
  title: 'Loss and accuracy over the epochs',
  missing: () => tandem.has('curves') ? null
    : 'No classifier was trained for an epoch here, or the folder has no curves.csv: there are no curves.',
  controls: () => [
    {id: 'band', label: 'Line and band', options: Object.entries(tandem.bands).map(([value, band]) => ({value, label: band.label}))},
    {id: 'from', label: 'Epochs', options: [{value: 'all', label: 'all'}, {value: 'later', label: 'after the first tenth, close up'}]},
    {id: 'scale', label: 'Loss axis', options: [{value: 'linear', label: 'linear'}, {value: 'log', label: 'logarithmic'}]},
  ],
  draw: view => {
    const trained = tandem.chosenCells().filter(cell => tandem.cellRows(cell, 'curves').some(row => row.epoch > 0));
    const cells = tandem.panelCells(trained, view);
    if (!cells.length) {
      return {columns: 1, panels: [], caption: ['No cell that is chosen was trained for an epoch.'], rows: []};
    }
    if (trained.length < tandem.chosenCells().length) {
      view.notes.push('Cells that were not trained have no curves.');
    }
    const shared = {loss: tandem.curveDomain(cells, 'loss', view), accuracy: tandem.curveDomain(cells, 'accuracy', view)};
    const columns = tandem.columnsFor(cells.length, view.width, 290);
    view.panelWidth = (view.width - 28 * (columns - 1)) / columns;
    const splits = tandem.splits.filter(split => cells.some(cell => tandem.cellRows(cell, 'curves').some(row => row.split === split)));
    const c = tandem.colours();
    const mean = tandem.bands[view.choice.band].line === 'mean';
    return {
      columns,
      legend: [...tandem.lossAndAccuracyLegend(), ...tandem.splitLegend(splits),
        ...(mean ? [{label: 'lowest loss', colour: c.loss, shape: 'down'}, {label: 'highest accuracy', colour: c.accuracy, shape: 'up'}] : [])],
      panels: cells.map(cell => ({title: cells.length > 1 || tandem.cells.length > 1 ? cell.label : '',
        specs: [tandem.curveSpec(cell, 'loss', view, shared), tandem.curveSpec(cell, 'accuracy', view, shared)]})),
      caption: [`Above the loss, below the accuracy of the same classifiers at the end of each epoch; epoch 0 is before training. Lines: ${mean ? 'means' : 'medians'} over the replicates; the band, of the ${tandem.chosenSplit()}, is ${mean ? 'one standard deviation to either side' : 'from the lower to the upper quartile'}${cells.some(cell => cell.study.counts.replicates > 1) ? '' : ' (there is one replicate, and so no band)'}.`,
        tandem.hasClean ? (tandem.isClean() ? 'All lines are of the clean labels, as they were before corruption.' : 'All lines are of the labels as they were given, corrupted ones among them; see Labels above for the clean ones.') : null,
        view.choice.from === 'later' ? `Close up: the axes fit the ${tandem.state.split} split, and other splits may lie outside.` : null,
        mean ? `Triangles mark the epochs of the lowest mean loss and the highest mean accuracy of the ${tandem.chosenSplit()}, dotted in both charts: where they lie apart, loss and accuracy would have you stop at different times.` : null],
      rows: cells.flatMap(cell => tandem.cellRows(cell, 'curves').map(row => ({...tandem.levels(cell), ...row}))),
    };
  },
});
