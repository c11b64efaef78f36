'use strict';
// Which examples moved the loss.

tandem.transitions = ['stays_right', 'becomes_right', 'becomes_wrong', 'stays_wrong'];

tandem.charts.push({
  id: 'attribution',
  title: 'Which examples moved the loss',
  missing: () => tandem.has('attribution') ? null
    : 'What moved the loss was not recorded here: set record: {attribution: {every: 10}} in the scenario.',
  controls: () => [{id: 'by', label: 'Colours', options: [{value: 'transition', label: 'right or wrong before and after'}, {value: 'group', label: 'kind of example'}]}],
  draw: view => {
    const c = tandem.colours();
    const split = tandem.state.split;
    const of = cell => tandem.cellRows(cell, 'attribution').filter(row => row.split === split);
    const cells = tandem.panelCells(tandem.chosenCells().filter(cell => of(cell).length), view);
    const columns = tandem.columnsFor(cells.length, view.width, 300);
    view.panelWidth = (view.width - 28 * (columns - 1)) / columns;
    const by = view.choice.by;
    const kinds = by === 'group' ? ['clean', 'mislabelled', 'outlier', 'duplicate'] : tandem.transitions;
    const colours = by === 'group' ? c.categories.slice(0, 4) : [c.accuracy, c.band, c.categories[3], c.loss];
    const present = kinds.filter(kind => cells.some(cell => of(cell).some(row => row[by] === kind)));
    const totals = new Map();
    const prepared = cells.map(cell => {
      const sums = new Map();
      for (const row of of(cell)) {
        const key = `${row.from} ${row.to} ${row[by]}`;
        const sum = sums.get(key) || {from: row.from, to: row.to, kind: row[by], change: 0, examples: 0};
        sum.change += row.loss_change;
        sum.examples += row.examples;
        sums.set(key, sum);
      }
      const values = [...sums.values()].sort((p, q) => kinds.indexOf(p.kind) - kinds.indexOf(q.kind));
      const ups = new Map();
      const downs = new Map();
      for (const row of values) {
        const side = row.change >= 0 ? ups : downs;
        row.low = side.get(row.from) || 0;
        row.high = row.low + row.change;
        side.set(row.from, row.high);
        row.interval = `${row.from}–${row.to}`;
        row.tip = `epochs ${row.from} to ${row.to}\n${tandem.words(row.kind)}: ${row.change >= 0 ? '+' : ''}${tandem.number(row.change)} nats\n${tandem.number(row.examples)} examples of a run`;
      }
      const net = [...new Set(values.map(row => row.interval))].map(interval => {
        const sum = values.filter(row => row.interval === interval).reduce((total, row) => total + row.change, 0);
        return {interval, sum, tip: `epochs ${interval}\nall together: ${sum >= 0 ? '+' : ''}${tandem.number(sum)} nats`};
      });
      [...ups.values(), ...downs.values()].forEach(value => totals.set(value, value));
      return {cell, values, net, order: [...values].sort((p, q) => p.from - q.from).map(row => row.interval)};
    });
    const ends = [0, ...totals.keys()];
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    const domain = [low - 0.05 * (high - low), high + 0.05 * (high - low)];
    return {
      columns,
      legend: [...present.map(kind => ({label: tandem.words(kind), colour: colours[kinds.indexOf(kind)], block: true})), {label: 'all together', colour: c.ink, mark: 'diamond'}],
      panels: prepared.map(({cell, values, net, order}) => {
        const x = {field: 'interval', type: 'ordinal', sort: [...new Set(order)], title: 'epochs', axis: {labelAngle: 0, labelOverlap: 'greedy', grid: false}};
        const y = {type: 'quantitative', title: 'change of the loss (nats)', scale: {domain, nice: false}, axis: {format: tandem.plain, ...tandem.leftAxis, titleColor: c.loss}};
        return {title: tandem.cells.length > 1 ? cell.label : '', specs: [tandem.spec(view.panelWidth, 260, [
          {data: {values}, mark: {type: 'bar', stroke: c.paper, strokeWidth: 0.6}, encoding: {x, y: {...y, field: 'low'}, y2: {field: 'high'},
            color: {field: 'kind', legend: null, scale: {domain: kinds, range: colours}}, tooltip: {field: 'tip', type: 'nominal'}}},
          {mark: {type: 'rule', color: c.strongLine}, encoding: {y: {datum: 0, type: 'quantitative'}}},
          {data: {values: net}, mark: {type: 'point', shape: 'diamond', filled: true, size: 80, color: c.ink, stroke: c.paper, opacity: 1}, encoding: {x, y: {...y, field: 'sum'}, tooltip: {field: 'tip', type: 'nominal'}}},
        ])]};
      }),
      caption: [`What each kind of example added to the ${split} loss between two epochs, as the mean over the runs of a cell; the diamonds are the whole change. Where ${by === 'group' ? 'kinds pull in different directions' : 'examples that stay wrong raise the loss while others become right'}, loss and accuracy rise together.`],
      rows: cells.flatMap(cell => of(cell).map(row => ({...tandem.levels(cell), ...row}))),
    };
  },
});
