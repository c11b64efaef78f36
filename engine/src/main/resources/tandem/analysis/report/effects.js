'use strict';
// What the factors do, and how loss and accuracy correlate at three levels.

tandem.effectName = row => tandem.factorLabel(row.factor) + (row.other ? ' × ' + tandem.factorLabel(row.other) : '');

tandem.charts.push({
  id: 'effects',
  title: 'What the factors do to loss and accuracy',
  missing: () => tandem.studies.some(study => tandem.rows(study, 'effects').some(row => row.statistic === 'difference')) ? null
    : 'There are no effects to show: no factor has two levels that runs can be compared at.',
  controls: () => [],
  draw: view => {
    const c = tandem.colours();
    const split = tandem.state.split;
    const columns = tandem.columnsFor(2, view.width, 340);
    view.panelWidth = (view.width - 28 * (columns - 1)) / columns;
    const rows = tandem.studies.flatMap(study => tandem.rows(study, 'effects')
      .filter(row => row.statistic === 'difference' && (row.measure === split + '_loss' || row.measure === split + '_accuracy') && row.estimate !== null)
      .map(row => ({study: study.label, ...row})));
    const many = tandem.studies.length > 1;
    const label = row => `${many ? row.study + ', ' : ''}${tandem.effectName(row)} ${tandem.level(row.to)}, not ${tandem.level(row.from)}`;
    // Of a factor with many levels, some.
    const kept = new Set(tandem.studies.flatMap(study => [...new Set(tandem.rows(study, 'effects').map(row => row.factor))].flatMap(factor => {
      const levels = [...new Set(rows.filter(row => row.study === study.label && row.factor === factor && !row.other).map(row => row.to))];
      return tandem.some(levels, 10).map(level => `${study.label}\n${factor}\n${level}`);
    })));
    const most = 40;
    const panels = ['loss', 'accuracy'].map(name => {
      const show = name === 'loss' ? tandem.number : tandem.percent;
      const all = rows.filter(row => row.measure === `${split}_${name}`);
      const drawn = all.filter(row => kept.has(`${row.study}\n${row.factor}\n${row.to}`)).slice(0, most);
      if (all.length > drawn.length && name === 'loss') {
        view.notes.push(`${drawn.length} of ${all.length} differences are drawn; the CSV has all.`);
      }
      const values = drawn.map(row => ({label: label(row), value: row.estimate, low: row.low, high: row.high,
        tip: `${label(row)}\n${name} ${row.estimate >= 0 ? '+' : ''}${show(row.estimate)}${row.low === null ? '' : ' ' + tandem.interval(row.low, row.high, show)}\n${tandem.words(row.quadrant)}`}));
      return {title: `change of the ${split} ${name}`, specs: [tandem.dots(view.panelWidth, values, {title: name === 'loss' ? 'nats; left is better' : 'share; right is better',
        colour: c[name], format: name === 'loss' ? tandem.plain : '~%'})]};
    });
    const shares = tandem.studies.flatMap(study => tandem.rows(study, 'effects')
      .filter(row => row.statistic === 'eta_squared' && row.estimate !== null && (row.measure === split + '_loss' || row.measure === split + '_accuracy'))
      .map(row => ({study: study.label, ...row})));
    if (shares.length) {
      const room = Math.max(110, view.panelWidth * 0.5) / 6.4;
      const values = shares.map(row => ({label: tandem.wrapped(`${many ? row.study + ', ' : ''}${row.factor === 'replicate' ? 'replicate (luck of the streams)' : tandem.effectName(row)}`, room), kind: row.measure.endsWith('_loss') ? 'loss' : 'accuracy', value: row.estimate,
        tip: `${tandem.effectName(row)}\n${tandem.percent(row.estimate)} of the variance of the ${tandem.words(row.measure)}`}));
      panels.push({title: 'share of the variance of loss and of accuracy that each explains', wide: true, specs: [tandem.spec(columns > 1 ? view.width : view.panelWidth, {step: 15}, [
        {mark: {type: 'bar', height: 12}, encoding: {y: {field: 'label', type: 'nominal', title: null, sort: [...new Set(values.map(row => row.label))], axis: {labelLimit: Math.max(110, view.panelWidth * 0.5), labelExpr: "split(datum.label, '\\n')", labelBaseline: 'middle'}},
          yOffset: {field: 'kind', type: 'nominal', sort: ['loss', 'accuracy']},
          x: {field: 'value', type: 'quantitative', title: 'eta squared', axis: {format: '~%', grid: true}, scale: {domain: [0, 1]}},
          color: {field: 'kind', legend: null, scale: {domain: ['loss', 'accuracy'], range: [c.loss, c.accuracy]}}, tooltip: {field: 'tip', type: 'nominal'}}},
      ], {data: {values}})]});
    }
    return {
      columns, panels, legend: tandem.lossAndAccuracyLegend(),
      caption: [`Above: how final loss and accuracy of the ${split} split differ between a level of a factor and its first level, replicate by replicate and averaged over the other factors, with 95 % intervals; an interval that crosses 0 decides nothing.`,
        shares.length ? 'Below: how much of the variance over all runs each factor and their interactions explain, in an analysis of variance.' : null],
      rows: [...rows, ...shares],
    };
  },
});

tandem.correlationLevels = {
  within_run: 'within a run, over its epochs', across_replicates: 'across replicates of a cell', across_cells: 'across cells',
};

tandem.charts.push({
  id: 'correlations',
  title: 'Three correlations of loss and accuracy',
  missing: () => tandem.studies.some(study => tandem.rows(study, 'correlations').some(row => row.estimate !== null)) ? null
    : 'No correlation of loss and accuracy can be computed here: too few epochs, replicates and cells, or one of the two is constant.',
  controls: () => [
    {id: 'method', label: 'Method', options: [{value: 'spearman', label: 'Spearman (ranks)'}, {value: 'pearson', label: 'Pearson'}, {value: 'kendall', label: 'Kendall'}]},
    {id: 'series', label: 'Within runs', options: [{value: 'levels', label: 'of the values'}, {value: 'differences', label: 'of the changes from epoch to epoch'}]},
  ],
  draw: view => {
    const c = tandem.colours();
    const split = tandem.state.split;
    const chosen = new Set(tandem.chosenCells().map(cell => cell.key));
    const columns = tandem.columnsFor(3, view.width, 280);
    view.panelWidth = (view.width - 28 * (columns - 1)) / columns;
    const many = tandem.studies.length > 1;
    const rows = tandem.studies.flatMap(study => tandem.rows(study, 'correlations')
      .filter(row => row.split === split && row.method === view.choice.method && row.estimate !== null
        && (row.level !== 'within_run' || row.series === view.choice.series)
        && (row.cell === null || chosen.has(`${study.index}/${row.cell}`)))
      .map(row => ({study, ...row})));
    const cellOf = row => tandem.cells.find(cell => cell.study === row.study && cell.cell === row.cell);
    const label = row => row.cell === null ? `${many ? row.study.label + ', ' : ''}${row.stratum === 'all' ? 'all cells' : row.stratum}` : tandem.rowLabel(cellOf(row));
    const flagged = rows.some(row => row.simpson === 1);
    return {
      columns,
      panels: Object.entries(tandem.correlationLevels).map(([level, title]) => {
        const all = rows.filter(row => row.level === level);
        const values = all.slice(0, 25).map(row => ({label: label(row), value: row.estimate, low: row.low, high: row.high,
          tip: `${label(row)}\n${row.method} ${tandem.number(row.estimate)}${row.low === null ? '' : ' ' + tandem.interval(row.low, row.high)}\nn = ${row.n}`}));
        if (values.length < all.length) {
          view.notes.push(`${values.length} of ${all.length} correlations ${title} are drawn.`);
        }
        return values.length
          ? {title, specs: [tandem.dots(view.panelWidth, values, {title: `${tandem.sentence(view.choice.method)}’s correlation`, colour: c.band, domain: [-1, 1]})]}
          : {title, specs: [], empty: 'No correlation at this level: too few replicates or cells, or one of the two is constant.'};
      }),
      caption: ['Three different questions that may have answers of different sign. Left of 0, loss falls where accuracy rises, as one expects; right of 0, both rise and fall together. 95 % intervals where there are enough replicates; what of an interval lies beyond −1 or 1 is not drawn.',
        flagged ? 'Here two levels surely contradict each other (Simpson’s paradox).' : null],
      rows: rows.map(({study, ...row}) => ({study: study.label, ...row})),
    };
  },
});
