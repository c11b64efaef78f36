'use strict';
// Single examples: how their losses are distributed, and whether confidence is deserved.

tandem.noExamples = 'Single examples were not recorded here, or examples.csv is not in the folder: set record: {examples: true} in the scenario.';
// As they were counted: quarters of a decade around ln 2.
tandem.lossEdge = bin => Math.LN2 * 10 ** (-8 + bin / 4);

tandem.charts.push({
  id: 'losses',
  title: 'How the losses of single examples are distributed',
  missing: () => tandem.has('losses') ? null : tandem.noExamples,
  controls: () => {
    return tandem.texts('losses', 'group').length > 1 ? [{id: 'by', label: 'Colours', options: [{value: 'correct', label: 'right or wrong'}, {value: 'group', label: 'kind of example'}]}] : [];
  },
  draw: view => {
    const c = tandem.colours();
    const split = tandem.state.split;
    const of = cell => tandem.cellRows(cell, 'losses').filter(row => row.split === split);
    const cells = tandem.panelCells(tandem.chosenCells().filter(cell => of(cell).length), view);
    const columns = tandem.columnsFor(cells.length, view.width, 290);
    view.panelWidth = (view.width - 28 * (columns - 1)) / columns;
    const byGroup = view.choice.by === 'group';
    const kinds = byGroup ? ['clean', 'mislabelled', 'outlier', 'duplicate'] : ['right', 'wrong'];
    const colours = byGroup ? c.categories.slice(0, 4) : [c.accuracy, c.loss];
    const used = new Set();
    const bins = cells.flatMap(of).map(row => row.bin);
    const domain = [tandem.lossEdge(Math.min(...bins)), tandem.lossEdge(Math.max(...bins) + 1)];
    const highest = Math.max(...cells.flatMap(cell => {
      const total = of(cell).reduce((sum, row) => sum + row.count, 0);
      const counts = new Map();
      of(cell).forEach(row => counts.set(row.bin, (counts.get(row.bin) || 0) + row.count / total));
      return [...counts.values()];
    }));
    const panels = cells.map(cell => {
      const total = of(cell).reduce((sum, row) => sum + row.count, 0);
      const stacks = new Map();
      for (const row of of(cell)) {
        const kind = byGroup ? row.group : row.correct ? 'right' : 'wrong';
        used.add(kind);
        const key = `${row.bin} ${kind}`;
        stacks.set(key, {bin: row.bin, kind, count: (stacks.get(key)?.count || 0) + row.count});
      }
      const values = [...stacks.values()].map(row => ({...row, from: tandem.lossEdge(row.bin), to: tandem.lossEdge(row.bin + 1), share: row.count / total, order: kinds.indexOf(row.kind),
        tip: `loss ${tandem.number(tandem.lossEdge(row.bin))} to ${tandem.number(tandem.lossEdge(row.bin + 1))}\n${row.kind}: ${row.count} of ${total} examples (${tandem.percent(row.count / total)})`}));
      // Stacked by hand: bars on a logarithmic axis have two ends.
      const heights = new Map();
      values.sort((p, q) => p.order - q.order).forEach(row => {
        row.low = heights.get(row.bin) || 0;
        row.high = row.low + row.share;
        heights.set(row.bin, row.high);
      });
      const x = {field: 'from', type: 'quantitative', title: 'loss of the example (nats)', scale: {type: 'log', domain, nice: false}, axis: {format: '~g', tickCount: 6, grid: false}};
      return {title: cells.length > 1 ? cell.label : '', specs: [tandem.spec(view.panelWidth, 210, [
        {data: {values}, mark: {type: 'rect', stroke: c.paper, strokeWidth: 0.7}, encoding: {x, x2: {field: 'to'},
          y: {field: 'low', type: 'quantitative', title: 'share of examples', scale: {domain: [0, 1.04 * highest], nice: false}, axis: {format: '~%', ...tandem.leftAxis}}, y2: {field: 'high'},
          color: {field: 'kind', legend: null, scale: {domain: kinds, range: colours}}, tooltip: {field: 'tip', type: 'nominal'}}},
        ...(tandem.half ? [{data: {values: [{from: Math.LN2}]}, mark: {type: 'rule', strokeDash: [3, 3], color: c.ink}, encoding: {x}}] : []),
      ])]};
    });
    return {
      columns, panels,
      legend: [...kinds.map((label, i) => ({label, colour: colours[i], block: true})).filter(item => used.has(item.label)), ...(tandem.half ? [{label: 'ln 2', colour: c.ink, dash: [3, 3]}] : [])],
      caption: [`Losses of the ${split} examples at the end of training, on a logarithmic axis, all runs of a cell together.${tandem.half ? ' A wrong prediction costs at least ln 2 (dashed): errors lie to its right.' : ''} The mean loss is dominated by the bars furthest right, however few examples they hold.`],
      rows: cells.flatMap(cell => of(cell).map(row => ({...tandem.levels(cell), ...row, loss_from: tandem.lossEdge(row.bin), loss_to: tandem.lossEdge(row.bin + 1)}))),
    };
  },
});

tandem.charts.push({
  id: 'reliability',
  title: 'Is the confidence deserved?',
  missing: () => tandem.has('reliability') ? null : tandem.noExamples,
  controls: () => [],
  draw: view => {
    const c = tandem.colours();
    const split = tandem.state.split;
    const of = cell => tandem.cellRows(cell, 'reliability').filter(row => row.split === split);
    const cells = tandem.panelCells(tandem.chosenCells().filter(cell => of(cell).length), view);
    const columns = tandem.columnsFor(cells.length, view.width, 290);
    view.panelWidth = Math.min((view.width - 28 * (columns - 1)) / columns, 520);
    const least = Math.min(...cells.flatMap(of).map(row => row.confidence), 0.5) - 0.02;
    return {
      columns,
      legend: [{label: 'share that is right', colour: c.accuracy, mark: 'circle'}, {label: 'calibrated', colour: c.muted, dash: [4, 4]}],
      panels: cells.map(cell => {
        const values = of(cell).map(row => ({...row,
          tip: `confidence ${tandem.percent(row.confidence)}\nright ${tandem.percent(row.accuracy)}\n${row.count} predictions`}));
        const x = {field: 'confidence', type: 'quantitative', title: 'confidence', scale: {domain: [least, 1], nice: false}, axis: {format: '~%'}};
        const y = {field: 'accuracy', type: 'quantitative', title: 'share that is right', scale: {domain: [0, 1]}, axis: {format: '~%', titleColor: c.accuracy, ...tandem.leftAxis}};
        return {title: cells.length > 1 ? cell.label : '', specs: [tandem.spec(view.panelWidth, 260, [
          {data: {values: [{confidence: least, accuracy: least}, {confidence: 1, accuracy: 1}]}, mark: {type: 'line', color: c.muted, strokeDash: [4, 4], strokeWidth: 1.5}, encoding: {x, y}},
          {data: {values}, mark: {type: 'rule', color: c.accuracy, opacity: 0.35, strokeWidth: 2}, encoding: {x, y, y2: {field: 'confidence'}}},
          {data: {values}, mark: {type: 'point', filled: true, color: c.accuracy, opacity: 0.9}, encoding: {x, y,
            size: {field: 'count', legend: null, scale: {range: [24, 420]}}, tooltip: {field: 'tip', type: 'nominal'}}},
        ])]};
      }),
      caption: [`Predictions of the ${split} split in 15 bins of confidence, all runs of a cell together; larger dots hold more of them. Dots below the dashed line: more confidence than is deserved, which raises the loss and leaves the accuracy as it is.`],
      rows: cells.flatMap(cell => of(cell).map(row => ({...tandem.levels(cell), ...row}))),
    };
  },
});
