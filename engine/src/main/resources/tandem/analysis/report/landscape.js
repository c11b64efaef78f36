'use strict';
// A line over one feature: loss and accuracy over its slope and intercept, and cuts through both.

tandem.lines = (split, cells = tandem.chosenCells()) => cells.flatMap(cell => {
  const [a, b, loss, accuracy] = ['final_slope', 'final_intercept', split + '_loss', split + '_accuracy'].map(name => tandem.measure(cell, name));
  return a && b && loss && accuracy ? [{slope: a.mean, intercept: b.mean, loss: loss.mean, accuracy: accuracy.mean}] : [];
});

tandem.levelsOf = (rows, name) => [...new Set(rows.map(row => row[name]))].sort((p, q) => p - q);

// Slopes and intercepts that form a grid.
tandem.grid = rows => {
  const slopes = tandem.levelsOf(rows, 'slope');
  const intercepts = tandem.levelsOf(rows, 'intercept');
  return slopes.length > 2 && intercepts.length > 2 && rows.length >= 0.5 * slopes.length * intercepts.length ? {slopes, intercepts} : null;
};

// Whatever is chosen: a choice of levels takes no chart from the page.
tandem.hasLandscape = () => tandem.splits.some(split => tandem.grid(tandem.lines(split, tandem.cells)));

// Lines of two folders, or of two levels of a third factor, would lie upon each other.
tandem.repeats = rows => new Set(rows.map(row => `${row.slope} ${row.intercept}`)).size < rows.length;

tandem.noLandscape = rows => !tandem.grid(rows) ? 'The cells that are chosen form no grid of slopes and intercepts.'
  : tandem.repeats(rows) ? 'Several of the cells that are chosen have the same slope and intercept. Choose one folder, or levels, above, until each line is there once.'
    : null;

tandem.best = rows => ({
  loss: rows.reduce((best, row) => row.loss < best.loss ? row : best),
  accuracy: rows.reduce((best, row) => row.accuracy > best.accuracy + 1e-12 || (Math.abs(row.accuracy - best.accuracy) <= 1e-12 && row.loss < best.loss) ? row : best),
});

tandem.place = line => `slope ${tandem.number(line.slope)} and intercept ${tandem.number(line.intercept)}`;

// Where loss is lowest and accuracy highest. Many lines may be the most accurate; the mark is at the one of them with the lowest loss.
tandem.bestText = rows => {
  const {loss, accuracy} = tandem.best(rows);
  const most = rows.filter(row => Math.abs(row.accuracy - accuracy.accuracy) <= 1e-12).length;
  return `The lowest loss, ${tandem.number(loss.loss)}, lies at ${tandem.place(loss)} with an accuracy of ${tandem.percent(loss.accuracy)}. The highest accuracy, ${tandem.percent(accuracy.accuracy)}, `
    + (most > 1 ? `is that of ${most.toLocaleString('en')} lines; the lowest loss among them, ${tandem.number(accuracy.loss)}, lies at ${tandem.place(accuracy)}.`
      : `lies at ${tandem.place(accuracy)} with a loss of ${tandem.number(accuracy.loss)}.`);
};

// A rectangle of a map. Those to the right and above are drawn later and lie over its edges, which run on below them: so no seam shows.
tandem.tile = (x, hx, y, hy) => ({x1: x - hx, x2: x + 2.5 * hx, y1: y - hy, y2: y + 2.5 * hy});

tandem.landscapeSpec = (rows, name, grid, width) => {
  const c = tandem.colours();
  const half = levels => (levels[1] - levels[0]) / 2;
  const [ha, hb] = [half(grid.slopes), half(grid.intercepts)];
  const losses = rows.map(row => row.loss).sort((p, q) => p - q);
  const values = [...rows].sort((p, q) => p.slope - q.slope || p.intercept - q.intercept).map(row => ({...row, ...tandem.tile(row.slope, ha, row.intercept, hb),
    tip: `slope ${tandem.number(row.slope)}, intercept ${tandem.number(row.intercept)}\nloss ${tandem.number(row.loss)}\naccuracy ${tandem.percent(row.accuracy)}`}));
  const {loss, accuracy} = tandem.best(rows);
  // A few lines with huge losses would leave the rest in one colour.
  const domain = name === 'loss' ? [losses[0], losses[Math.floor(0.9 * (losses.length - 1))]] : [Math.min(...rows.map(r => r.accuracy)), accuracy.accuracy];
  const extent = levels => [levels[0] - (levels[1] - levels[0]) / 2, levels[levels.length - 1] + (levels[1] - levels[0]) / 2];
  const x = {field: 'x1', type: 'quantitative', title: 'slope', scale: {nice: false, zero: false, domain: extent(grid.slopes)}, axis: {grid: false}};
  const y = {field: 'y1', type: 'quantitative', title: 'intercept', scale: {nice: false, zero: false, domain: extent(grid.intercepts)}, axis: {grid: false}};
  const marks = [{...loss, shape: 'triangle-down', colour: c.loss, tip: `lowest loss ${tandem.number(loss.loss)}\naccuracy ${tandem.percent(loss.accuracy)}\n${tandem.place(loss)}`},
    {...accuracy, shape: 'triangle-up', colour: c.accuracy, tip: `highest accuracy ${tandem.percent(accuracy.accuracy)}\nloss ${tandem.number(accuracy.loss)}\n${tandem.place(accuracy)}`}];
  return tandem.spec(width, Math.min(380, Math.max(240, width * 0.75)), [
    {data: {values}, mark: {type: 'rect', strokeWidth: 0, clip: true}, encoding: {x, x2: {field: 'x2'}, y, y2: {field: 'y2'},
      color: {field: name, type: 'quantitative', scale: {range: tandem.ramp(name), domain, clamp: true, nice: false},
        legend: {title: null, orient: 'top', direction: 'horizontal', gradientLength: Math.min(240, width - 80), format: name === 'loss' ? tandem.plain : '~%', tickCount: 3}},
      tooltip: {field: 'tip', type: 'nominal'}}},
    {data: {values: marks}, mark: {type: 'point', filled: true, size: 170, opacity: 1, stroke: '#ffffff', strokeWidth: 2},
      encoding: {x: {...x, field: 'slope'}, y: {...y, field: 'intercept'}, shape: {field: 'shape', scale: null}, color: {field: 'colour', scale: null},
        tooltip: {field: 'tip', type: 'nominal'}}},
  ], {resolve: {scale: {color: 'independent'}}});
};

tandem.charts.push({
  id: 'landscape',
  title: 'The landscape of lines',
  optional: true,
  missing: () => tandem.hasLandscape() ? null : 'Only scenarios that vary slope and intercept of a one-feature logistic model have such a landscape.',
  controls: () => [],
  draw: view => {
    const rows = tandem.lines(tandem.state.split);
    const none = tandem.noLandscape(rows);
    if (none) {
      return {columns: 1, panels: [], caption: [none], rows};
    }
    const grid = tandem.grid(rows);
    const columns = tandem.columnsFor(2, view.width, 320);
    view.panelWidth = (view.width - 28 * (columns - 1)) / columns;
    const c = tandem.colours();
    return {
      columns, canvas: true,
      legend: [{label: 'lowest loss', colour: c.loss, shape: 'down'}, {label: 'highest accuracy', colour: c.accuracy, shape: 'up'}],
      panels: [{title: 'loss (nats)', specs: [tandem.landscapeSpec(rows, 'loss', grid, view.panelWidth)]},
        {title: 'accuracy', specs: [tandem.landscapeSpec(rows, 'accuracy', grid, view.panelWidth)]}],
      caption: [`Each point is a line p = 1 / (1 + exp(−(slope x + intercept))), evaluated on the ${tandem.state.split} split. ${tandem.bestText(rows)}`,
        'Along a ray from the origin only the scale of the logits changes: the accuracy stays, the loss does not. Losses above their 90 % quantile share one colour.'],
      rows,
    };
  },
});

tandem.charts.push({
  id: 'cuts',
  title: 'Cuts through the landscape',
  optional: true,
  missing: () => tandem.hasLandscape() ? null : 'There is no landscape to cut.',
  controls: () => {
    const rows = tandem.lines(tandem.state.split);
    if (tandem.noLandscape(rows)) {
      return [];
    }
    const best = tandem.best(rows).loss;
    const options = name => tandem.levelsOf(rows, name).map(level => ({value: String(level), label: tandem.number(level)}));
    return [
      {id: 'intercept', label: 'Left: intercept', options: options('intercept'), initial: String(best.intercept)},
      {id: 'slope', label: 'Right: slope', options: options('slope'), initial: String(best.slope)},
    ];
  },
  draw: view => {
    const rows = tandem.lines(tandem.state.split);
    const none = tandem.noLandscape(rows);
    if (none) {
      return {columns: 1, panels: [], caption: [none], rows: []};
    }
    const columns = tandem.columnsFor(2, view.width, 320);
    view.panelWidth = (view.width - 28 * (columns - 1)) / columns;
    const c = tandem.colours();
    const cut = (along, fixed) => {
      const values = rows.filter(row => String(row[fixed]) === view.choice[fixed]).map(row => ({...row,
        tip: `${along} ${tandem.number(row[along])}\nloss ${tandem.number(row.loss)}\naccuracy ${tandem.percent(row.accuracy)}`}));
      return {title: `along the ${along}, at ${fixed} ${tandem.number(Number(view.choice[fixed]))}`, specs: ['loss', 'accuracy'].map(name => {
        const x = {field: along, type: 'quantitative', title: name === 'loss' ? null : along, scale: {nice: false, zero: false}, axis: name === 'loss' ? {labels: false, ticks: false} : {}};
        const y = {field: name, type: 'quantitative', title: name === 'loss' ? 'loss (nats)' : 'accuracy', scale: {zero: name === 'loss'},
          axis: {titleColor: c[name], format: name === 'loss' ? tandem.plain : '~%', ...tandem.leftAxis}};
        return tandem.spec(view.panelWidth, name === 'loss' ? 150 : 176, [
          {mark: {type: 'line', color: c[name], strokeWidth: 2.2, interpolate: name === 'accuracy' ? 'step' : 'linear'}, encoding: {x, y}},
          {mark: {type: 'point', filled: true, size: 90, opacity: 0}, encoding: {x, y, tooltip: {field: 'tip', type: 'nominal'}}},
        ], {data: {values}});
      })};
    };
    return {
      columns,
      legend: tandem.lossAndAccuracyLegend(),
      panels: [cut('slope', 'intercept'), cut('intercept', 'slope')],
      caption: ['Loss is smooth along a cut; accuracy moves in steps, and stands still where no example changes sides. Unless others are chosen, both cuts go through the line of lowest loss.'],
      rows: rows.filter(row => String(row.intercept) === view.choice.intercept || String(row.slope) === view.choice.slope),
    };
  },
});
