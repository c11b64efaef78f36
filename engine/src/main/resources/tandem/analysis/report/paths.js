'use strict';
// Chosen examples on their way through training.

tandem.charts.push({
  id: 'paths',
  title: 'Chosen examples on their way',
  missing: () => tandem.has('example_paths') ? null : 'No examples were chosen to be followed: set record: {paths: [0, 1]} in the scenario.',
  controls: () => [],
  draw: view => {
    const c = tandem.colours();
    const split = tandem.state.split;
    const of = cell => tandem.cellRows(cell, 'example_paths').filter(row => row.split === split);
    const cells = tandem.panelCells(tandem.chosenCells().filter(cell => of(cell).some(row => row.epoch > 0)), view);
    const name = row => `example ${row.example}, label ${row.label}`;
    const series = [...new Set(cells.flatMap(of).map(name))];
    const few = series.length <= c.categories.length;
    const columns = tandem.columnsFor(cells.length, view.width, 290);
    view.panelWidth = (view.width - 28 * (columns - 1)) / columns;
    const colour = few ? {field: 'series', legend: null, scale: {domain: series.map((_, i) => `s${i}`), range: c.categories}} : {value: c.ink};
    const others = tandem.splits.filter(one => one !== split && tandem.texts('example_paths', 'split').includes(one));
    return {
      columns,
      legend: [...(few ? series.map((label, i) => ({label, colour: c.categories[i]})) : []), ...(tandem.half ? [{label: 'one half', colour: c.muted, dash: [4, 4]}] : [])],
      panels: cells.map(cell => {
        const values = of(cell).map(row => ({...row, series: `s${series.indexOf(name(row))}`,
          tip: `${name(row)}\nepoch ${row.epoch}, ${split}\nprobability ${tandem.number(row.mean)}${row.n > 1 ? `\n${tandem.number(row.least)} to ${tandem.number(row.most)} in ${row.n} runs` : ''}`}));
        const x = {field: 'epoch', type: 'quantitative', title: 'epoch', scale: {nice: false, zero: false}, axis: {format: 'd'}};
        const y = {field: 'mean', type: 'quantitative', title: 'probability of its label', scale: {domain: [0, 1]}, axis: {format: tandem.plain, ...tandem.leftAxis}};
        return {title: tandem.cells.length > 1 ? cell.label : '', specs: [tandem.spec(view.panelWidth, 200, [
          ...(tandem.half ? [{mark: {type: 'rule', strokeDash: [4, 4], color: c.muted}, encoding: {y: {datum: 0.5, type: 'quantitative'}}}] : []),
          {transform: [{filter: 'datum.n > 1'}], mark: {type: 'area', opacity: few && series.length < 4 ? 0.14 : 0}, encoding: {x, y: {...y, field: 'least'}, y2: {field: 'most'}, color: colour, detail: {field: 'series'}}},
          {mark: {type: 'line', strokeWidth: few ? 2 : 1}, encoding: {x, y, color: colour, detail: {field: 'series'}}},
          {mark: {type: 'point', filled: true, size: 90, opacity: 0}, encoding: {x, y, tooltip: {field: 'tip', type: 'nominal'}}},
        ], {data: {values}})]};
      }),
      caption: [
        cells.length ? `The probability that each followed example of the ${split} split gives to its own label at the end of each epoch, as the mean over the runs that have it there${few && series.length < 4 && cells.flatMap(of).some(row => row.n > 1) ? ', with the least and the most' : ''}. Its loss is minus the logarithm of this probability and follows every move; the accuracy takes notice only where another class becomes the predicted one.${tandem.half ? ' Above one half (dashed) an example is certainly classified as its label says.' : ''}`
          : `No example that was followed is in the ${split} split of the cells that are chosen.`,
        others.length ? `Others are in the ${others.join(' and ')} split.` : null,
      ],
      rows: cells.flatMap(cell => of(cell).map(row => ({...tandem.levels(cell), ...row}))),
    };
  },
});
