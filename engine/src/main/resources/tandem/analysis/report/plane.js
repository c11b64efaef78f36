'use strict';
// Loss against accuracy: what is possible, what a calibrated classifier can have, and where training went.

// Bounds of the loss at each accuracy: no error without a loss of ln 2 (F1); for calibrated predictions Hellman-Raviv below, Fano above (F2).
tandem.bounds = (classes, from, to) => {
  const rows = [];
  for (let i = 0; i <= 120; i++) {
    const accuracy = from + (to - from) * i / 120;
    const e = 1 - accuracy;
    const entropy = (e > 0 ? -e * Math.log(e) : 0) + (accuracy > 0 ? -accuracy * Math.log(accuracy) : 0);
    const row = {accuracy, least: e * Math.LN2, zero: 0, low: null, high: null};
    if (classes && e <= 1 - 1 / classes) {
      row.low = 2 * Math.LN2 * e;
      row.high = entropy + e * Math.log(classes - 1);
      if (classes === 2) {
        row.high = entropy;
      }
    }
    rows.push(row);
  }
  return rows;
};

tandem.planeRows = (cells, split) => cells.flatMap((cell, i) => tandem.curvesOf(cell)
  .filter(row => row.split === split)
  .map(row => ({label: cell.label, series: `c${i}`, epoch: row.epoch, loss: row.loss_mean, accuracy: row.accuracy_mean,
    tip: `${tandem.short(cell.label)}\nepoch ${row.epoch}, ${split}\naccuracy ${tandem.percent(row.accuracy_mean)}\nloss ${tandem.number(row.loss_mean)}`})));

// Final values with their intervals.
tandem.planeEnds = (cells, split) => cells.flatMap((cell, i) => {
  const loss = tandem.final(cell, 'loss');
  const accuracy = tandem.final(cell, 'accuracy');
  return !loss || !accuracy ? [] : [{label: cell.label, series: `c${i}`, loss: loss.mean, accuracy: accuracy.mean,
    loss_low: loss.low, loss_high: loss.high, accuracy_low: accuracy.low, accuracy_high: accuracy.high,
    tip: `${tandem.short(cell.label)}\nat the end, ${split}\naccuracy ${tandem.percent(accuracy.mean)} ${accuracy.low === null ? '' : tandem.interval(accuracy.low, accuracy.high, tandem.percent)}\nloss ${tandem.number(loss.mean)} ${loss.low === null ? '' : tandem.interval(loss.low, loss.high)}`}];
});

tandem.range = (values, room, least, most) => {
  const finite = values.filter(value => value !== null && value !== undefined && Number.isFinite(value));
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const by = Math.max(room * (high - low), 1e-3);
  return [Math.max(least, low - by), Math.min(most, high + by)];
};

tandem.charts.push({
  id: 'plane',
  clean: true,
  title: 'Loss against accuracy',
  missing: () => tandem.splits.length ? null : 'The folder has no losses and accuracies to set against each other.',
  controls: () => [
    {id: 'zoom', label: 'Show', options: [{value: 'data', label: 'where the classifiers are'}, {value: 'all', label: 'the whole plane'}]},
    ...(tandem.has('paths')
      ? [{id: 'runs', label: 'Single runs', options: [{value: 'hide', label: 'hidden'}, {value: 'show', label: 'drawn thin'}]}] : []),
  ],
  draw: view => {
    const c = tandem.colours();
    const split = tandem.state.split;
    const all = tandem.chosenCells().filter(cell => tandem.measure(cell, split + '_loss'));
    const few = all.length <= tandem.shapes.length;
    const cells = few ? all : tandem.some(all, 12000);
    if (cells.length < all.length) {
      view.notes.push(`${cells.length} of ${all.length} cells are drawn, at even distances in their order.`);
    }
    const paths = few || cells.length <= 60 ? tandem.planeRows(cells, split) : [];
    const moves = paths.some(row => row.epoch > 0);
    const ends = tandem.planeEnds(cells, split);
    const runs = view.choice.runs !== 'show' || tandem.isClean() ? [] : cells.flatMap((cell, i) => tandem.cellRows(cell, 'paths')
      .filter(row => row.split === split)
      .map(row => ({series: `c${i}`, run: `${i}/${row.replicate}`, epoch: row.epoch, loss: row.loss, accuracy: row.accuracy})));
    const points = [...ends, ...(moves ? paths : []), ...runs];
    const zoomed = view.choice.zoom === 'data';
    const domain = {
      accuracy: zoomed ? tandem.range(points.flatMap(p => [p.accuracy, p.accuracy_low, p.accuracy_high]), 0.06, 0, 1) : [0, 1],
      loss: zoomed ? tandem.range(points.flatMap(p => [p.loss, p.loss_low, p.loss_high]), 0.06, 0, Infinity)
        : [0, Math.max(1, ...points.map(p => p.loss)) * 1.05],
    };
    const counts = [...new Set(cells.map(cell => tandem.classCount(cell, split)))];
    const classes = counts.length === 1 ? counts[0] : null;
    const bounds = tandem.half ? tandem.bounds(classes, ...domain.accuracy) : [];
    if (tandem.isClean() && view.choice.runs === 'show') {
      view.notes.push('Single runs are kept on the labels as given, and are not drawn for the clean ones.');
    }
    const labels = tandem.isClean() ? ', clean labels' : '';
    const colour = few ? {field: 'series', legend: null, scale: {domain: cells.map((_, i) => `c${i}`), range: c.categories}} : {value: c.ink};
    const shape = few ? {field: 'series', legend: null, scale: {domain: cells.map((_, i) => `c${i}`), range: tandem.shapes}} : {value: 'circle'};
    const x = {field: 'accuracy', type: 'quantitative', title: `accuracy, ${split}${labels}`, scale: {domain: domain.accuracy, nice: false, zero: false},
      axis: {format: '~%', titleColor: c.accuracy, grid: true}};
    const y = {field: 'loss', type: 'quantitative', title: `loss, ${split}${labels} (nats)`, scale: {domain: domain.loss, nice: false, zero: false},
      axis: {titleColor: c.loss, format: tandem.plain, ...tandem.leftAxis}};
    const clip = {clip: true};
    const layers = [
      {data: {values: bounds}, mark: {type: 'area', color: c.impossible, opacity: 0.28, ...clip}, encoding: {x, y: {...y, field: 'zero'}, y2: {field: 'least'}}},
      {data: {values: bounds.filter(row => row.low !== null && row.high >= row.low)}, mark: {type: 'area', color: c.band, opacity: 0.16, ...clip},
        encoding: {x, y: {...y, field: 'low'}, y2: {field: 'high'}}},
      {data: {values: runs}, mark: {type: 'line', strokeWidth: 0.9, opacity: 0.35, ...clip},
        encoding: {x, y, order: {field: 'epoch'}, detail: {field: 'run'}, color: colour}},
      {data: {values: moves ? paths : []}, mark: {type: 'line', strokeWidth: few ? 2 : 1, opacity: few ? 0.95 : 0.5, ...clip},
        encoding: {x, y, order: {field: 'epoch'}, detail: {field: 'series'}, color: colour}},
      {data: {values: moves ? paths : []}, mark: {type: 'circle', size: 90, opacity: 0, ...clip}, encoding: {x, y, tooltip: {field: 'tip', type: 'nominal'}}},
      {data: {values: few ? ends.filter(row => row.loss_low !== null) : []}, mark: {type: 'rule', strokeWidth: 1.5, ...clip},
        encoding: {x, y: {...y, field: 'loss_low'}, y2: {field: 'loss_high'}, color: colour}},
      {data: {values: few ? ends.filter(row => row.accuracy_low !== null) : []}, mark: {type: 'rule', strokeWidth: 1.5, ...clip},
        encoding: {x: {...x, field: 'accuracy_low'}, x2: {field: 'accuracy_high'}, y, color: colour}},
      {data: {values: ends}, mark: {type: 'point', filled: true, size: few ? 120 : ends.length > 600 ? 12 : 34, opacity: few ? 1 : 0.5, stroke: few ? c.paper : null, ...clip},
        encoding: {x, y, color: colour, shape, tooltip: {field: 'tip', type: 'nominal'}}},
    ];
    view.panelWidth = Math.min(view.width, tandem.isAlone() ? 1300 : 900);
    return {
      columns: 1,
      canvas: ends.length > 600,
      legend: [
        ...(few ? cells.map((cell, i) => ({label: cell.label, colour: c.categories[i], mark: tandem.shapes[i]})) : []),
        ...(tandem.half ? [{label: 'impossible', colour: c.impossible, block: true, opacity: 0.4}] : []),
        ...(tandem.half && classes ? [{label: 'calibrated band', colour: c.band, block: true, opacity: 0.3}] : []),
      ],
      panels: [{title: '', specs: [tandem.spec(view.panelWidth, view.width < 560 ? 320 : 440, layers)]}],
      caption: [
        `${moves && paths.length ? 'Each line follows the means of a cell through training; its last point stands at the end' : 'Each point is a cell, by its means at the end of training'}${few && ends.some(row => row.loss_low !== null) ? ', with 95 % intervals over the replicates' : ''}. Down and to the right is better in both.`,
        !tandem.half ? 'Some of these classifiers decide by another threshold than one half. What is impossible and what is calibrated is known for one half, and is not drawn.' : `Grey cannot be reached: an error costs at least ln 2, so the loss is at least ln 2 times the share of errors.${classes ? ` The green band is where predictions of ${classes} classes lie whose probabilities are calibrated; above it, the loss is larger than the errors explain.` : ' The calibrated band depends on the number of classes, which differs between these cells or is not in the tables, and is left out.'}`,
      ],
      rows: ends.map(({series, tip, ...row}) => row).concat(moves ? paths.map(({series, tip, ...row}) => row) : []),
    };
  },
});
