'use strict';
// Any measure over the cells: a map over two factors, or dots with intervals.

tandem.measureNames = () => {
  if (!tandem.measureNameList) {
    tandem.measureNameList = tandem.texts('measures', 'measure');
  }
  return tandem.measureNameList;
};

// Loss and accuracy keep their colours; everything else has one of its own, dark for much.
tandem.ramp = column => {
  const c = tandem.colours();
  const {ending} = tandem.describe(column);
  const ramps = c.dark
    ? {loss: ['#2a1c12', '#8a4512', '#ff9248', '#ffe3cd'], accuracy: ['#10202c', '#1d5a85', '#5cb8f2', '#dcf0fd'], other: ['#17251f', '#1f6b51', '#5fd3a8', '#e3f8ef']}
    : {loss: ['#fff3ea', '#fbb98a', '#d9661a', '#6b2a00'], accuracy: ['#edf6fd', '#94c8ec', '#1f7fc0', '#06304f'], other: ['#eef8f4', '#96d3be', '#1f8f6c', '#05382a']};
  return /loss/.test(ending) ? ramps.loss : /accuracy/.test(ending) ? ramps.accuracy : ramps.other;
};

// Black or white, whichever is read better on a colour of the ramp, at a place between 0 and 1.
tandem.inkOn = (ramp, place) => {
  const at = Math.min(place, 1 - 1e-9) * (ramp.length - 1);
  const parts = colour => [1, 3, 5].map(i => parseInt(colour.slice(i, i + 2), 16) / 255);
  const [from, to] = [parts(ramp[Math.floor(at)]), parts(ramp[Math.floor(at) + 1])];
  const linear = from.map((part, i) => part + (to[i] - part) * (at % 1)).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  // Contrasts with black and white, as WCAG has them, are equal at 0.179.
  return luminance > 0.179 ? '#000000' : '#ffffff';
};

// Levels as labels of a map, broken into lines.
tandem.fitLevel = most => text => tandem.wrapped(text, Math.floor(most));

tandem.varied = () => tandem.factors.map((factor, f) => ({...factor, index: f})).filter(factor => factor.levels.length > 1);

tandem.charts.push({
  id: 'measures',
  clean: true,
  title: 'Any measure across the cells',
  missing: () => tandem.measureNames().length ? null : 'The folder has no measures by cell (runs.csv and summary.csv).',
  controls: () => {
    const varied = tandem.varied();
    const factors = varied.map(factor => ({value: String(factor.index), label: factor.label}));
    const first = tandem.measureNames().includes(tandem.state.split + '_loss') ? tandem.state.split + '_loss' : tandem.measureNames()[0];
    return [
      {id: 'measure', label: 'Measure', options: tandem.measureNames().map(name => ({value: name, label: tandem.words(name)})), initial: first},
      ...(varied.length > 1 ? [
        {id: 'across', label: 'Across', options: [...factors, {value: 'dots', label: 'nothing: a row for each cell'}], initial: factors[1].value},
        {id: 'down', label: 'Down', options: factors, initial: factors[0].value},
      ] : []),
    ];
  },
  draw: view => {
    const name = view.choice.measure;
    const text = tandem.describe(name);
    const share = text.unit === 'share';
    const show = share ? tandem.percent : tandem.number;
    const cells = tandem.chosenCells().filter(cell => tandem.measure(cell, name));
    const rows = cells.map(cell => ({...tandem.levels(cell), measure: name, n: tandem.measure(cell, name).n, mean: tandem.measure(cell, name).mean,
      ci_low: tandem.measure(cell, name).low, ci_high: tandem.measure(cell, name).high}));
    const definition = text.definition ? `${tandem.sentence(tandem.words(name))}: ${text.definition}.` : `${tandem.words(name)} is a column of runs.csv.`;
    if (!cells.length) {
      return {columns: 1, panels: [], caption: ['No cell that is chosen has a value of this measure.', definition], rows};
    }
    const map = view.choice.across && view.choice.across !== 'dots' && view.choice.across !== view.choice.down;
    return map ? tandem.heatMap(view, name, cells, {show, definition, rows, share}) : tandem.measureDots(view, name, cells, {show, definition, rows, share});
  },
});

tandem.measureDots = (view, name, all, {show, definition, rows, share}) => {
  const c = tandem.colours();
  const cells = all.slice(0, 60);
  if (cells.length < all.length) {
    view.notes.push(`${cells.length} of ${all.length} cells are drawn; choose levels above to see others.`);
  }
  const {ending} = tandem.describe(name);
  const values = cells.map(cell => {
    const row = tandem.measure(cell, name);
    return {label: tandem.rowLabel(cell), value: row.mean, low: row.low, high: row.high,
      tip: `${tandem.short(cell.label)}\n${tandem.words(name)} ${show(row.mean)}${row.low === null ? '' : ` ${tandem.interval(row.low, row.high, show)}`}\n${row.n} run${row.n === 1 ? '' : 's'}`};
  });
  const colour = /loss/.test(ending) ? c.loss : /accuracy/.test(ending) ? c.accuracy : c.band;
  return {
    columns: 1,
    panels: [{title: '', specs: [tandem.dots(view.width, values, {title: tandem.measureLabel(name), colour, zero: false, format: share ? '~%' : tandem.plain})]}],
    caption: [`Means over the replicates of each cell${values.some(row => row.low !== null) ? ', with 95 % intervals' : ''}.`, definition],
    rows,
  };
};

tandem.heatMap = (view, name, cells, {show, definition, rows, share}) => {
  const [x, y] = [Number(view.choice.across), Number(view.choice.down)];
  const [fx, fy] = [tandem.factors[x], tandem.factors[y]];
  // Cells that share both levels are averaged, and the caption says so.
  const places = new Map();
  for (const cell of cells) {
    const key = JSON.stringify([cell.levels[x], cell.levels[y]]);
    if (!places.has(key)) {
      places.set(key, {x: tandem.level(cell.levels[x]), y: tandem.level(cell.levels[y]), sum: 0, n: 0});
    }
    const place = places.get(key);
    place.sum += tandem.measure(cell, name).mean;
    place.n++;
  }
  const values = [...places.values()].map(place => ({x: place.x, y: place.y, value: place.sum / place.n,
    text: show(place.sum / place.n),
    tip: `${fx.label} ${tandem.short(place.x)}\n${fy.label} ${tandem.short(place.y)}\n${tandem.words(name)} ${show(place.sum / place.n)}${place.n > 1 ? `\nmean of ${place.n} cells` : ''}`}));
  const pooled = Math.max(...[...places.values()].map(place => place.n));
  const many = fx.levels.length > 14 || (view.width - 150) / fx.levels.length < 58;
  const step = fy.levels.length > 40 ? 4.2 : fy.levels.length > 14 ? 16 : 52;
  const low = Math.min(...values.map(row => row.value));
  const high = Math.max(...values.map(row => row.value));
  const ramp = tandem.ramp(name);
  values.forEach(row => {
    row.ink = tandem.inkOn(ramp, high > low ? (row.value - low) / (high - low) : 0.5);
  });
  const room = many ? view.width : Math.min(view.width, 150 + 150 * fx.levels.length);
  const axis = factor => ({title: factor.label, labelLimit: 130, labelOverlap: 'greedy', labelAngle: 0, grid: false, domain: false, ticks: false,
    labelExpr: "split(datum.label, '\\n')"});
  // Levels that are many stand close and are short; others may need lines.
  const [fitX, fitY] = [tandem.fitLevel(many ? 99 : Math.max(8, Math.min(18, (room - 150) / fx.levels.length / 6.4))), tandem.fitLevel(step < 52 ? 99 : 18)];
  values.forEach(row => Object.assign(row, {x: fitX(row.x), y: fitY(row.y)}));
  const ex = {field: 'x', type: 'ordinal', sort: fx.levels.map(level => fitX(tandem.level(level))), axis: {...axis(fx), labelSeparation: 6}};
  const ey = {field: 'y', type: 'ordinal', sort: (fy.numeric ? [...fy.levels].reverse() : fy.levels).map(level => fitY(tandem.level(level))),
    axis: {...axis(fy), labelBaseline: 'middle'}};
  const tight = values.length > 400 ? {scale: {paddingInner: 0, paddingOuter: 0}} : {};
  const fine = values.length > 400 && fx.numeric && fy.numeric;
  const spec = fine ? tandem.fineMap(view, values, [fx, fy], {name, low, high, share}) : tandem.spec(room, {step}, [
    {mark: {type: 'rect', ...(values.length > 400 ? {} : {cornerRadius: 3})}, encoding: {x: {...ex, ...tight}, y: {...ey, ...tight},
      color: {field: 'value', type: 'quantitative', scale: {range: tandem.ramp(name), domain: low === high ? [low - 1e-9, high + 1e-9] : [low, high], nice: false},
        legend: {title: null, orient: 'top', direction: 'horizontal', gradientLength: Math.min(280, Math.max(90, room - 190)), format: share ? '~%' : tandem.plain, tickCount: room < 420 ? 2 : 4}},
      tooltip: {field: 'tip', type: 'nominal'}}},
    ...(many ? [] : [{mark: {type: 'text', fontSize: 13}, encoding: {x: ex, y: ey, text: {field: 'text'},
      color: {field: 'ink', scale: null}}}]),
  ], {data: {values}, resolve: {scale: {color: 'independent'}}});
  return {
    columns: 1,
    canvas: values.length > 1500,
    legend: [],
    panels: [{title: tandem.measureLabel(name), specs: [spec]}],
    caption: [`${tandem.sentence(tandem.words(name))} by ${fy.label} (down) and ${fx.label} (across), as means over the replicates${pooled > 1 ? ` and over up to ${pooled} cells that differ in other factors` : ''}.`, definition],
    rows,
  };
};

// Many levels that are numbers: rectangles between their halves, a little larger so that no seams show.
tandem.fineMap = (view, rows, [fx, fy], {name, low, high, share}) => {
  const half = factor => {
    const levels = factor.levels.map(Number);
    return (levels[levels.length - 1] - levels[0]) / (levels.length - 1) / 2;
  };
  const [hx, hy] = [half(fx), half(fy)];
  const values = [...rows].sort((p, q) => p.x - q.x || p.y - q.y).map(row => ({...row, ...tandem.tile(Number(row.x), hx, Number(row.y), hy)}));
  const scale = (factor, by) => ({nice: false, zero: false, domain: [Number(factor.levels[0]) - by, Number(factor.levels[factor.levels.length - 1]) + by]});
  return tandem.spec(Math.min(view.width, 860), Math.min(430, view.width * 0.8), [
    {mark: {type: 'rect', clip: true, strokeWidth: 0}, encoding: {
      x: {field: 'x1', type: 'quantitative', title: fx.label, scale: scale(fx, hx)}, x2: {field: 'x2'},
      y: {field: 'y1', type: 'quantitative', title: fy.label, scale: scale(fy, hy), axis: {grid: false}}, y2: {field: 'y2'},
      color: {field: 'value', type: 'quantitative', scale: {range: tandem.ramp(name), domain: [low, high], nice: false},
        legend: {title: null, orient: 'top', direction: 'horizontal', gradientLength: 260, format: share ? '~%' : tandem.plain, tickCount: 4}},
      tooltip: {field: 'tip', type: 'nominal'}}},
  ], {data: {values}});
};
