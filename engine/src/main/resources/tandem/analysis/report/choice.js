'use strict';
// Whether loss and accuracy choose the same cell.

tandem.charts.push({
  id: 'choice',
  title: 'Do loss and accuracy choose the same cell?',
  optional: true,
  missing: () => tandem.has('selection') ? null : 'There are no two cells to choose from.',
  controls: () => [],
  draw: view => {
    const c = tandem.colours();
    const rows = tandem.studies.flatMap(study => tandem.rows(study, 'selection').map(row => ({study, ...row})));
    const many = tandem.studies.length > 1;
    const label = row => `${many ? row.study.label + ', ' : ''}${row.split}${row.stratum === 'all' ? '' : ', ' + row.stratum}`;
    const cellOf = (row, cell) => tandem.short(tandem.cells.find(one => one.study === row.study && one.cell === cell)?.label || `cell ${cell}`, 120);
    const columns = tandem.columnsFor(4, view.width, 340);
    view.panelWidth = (view.width - 28 * (columns - 1)) / columns;
    const panel = (title, axis, name, {low, high, colour, show = tandem.number, format = tandem.plain, domain = null, say}) => {
      const values = rows.filter(row => row[name] !== null).map(row => ({label: label(row), value: row[name], low: low ? row[low] : null, high: high ? row[high] : null,
        tip: `${label(row)}\n${say} ${show(row[name])}${low && row[low] !== null ? ' ' + tandem.interval(row[low], row[high], show) : ''}`}));
      return values.length ? {title, specs: [tandem.dots(view.panelWidth, values, {title: axis, colour, format, domain})]}
        : {title, specs: [], empty: 'Undefined: the losses or accuracies of the cells do not differ.'};
    };
    const said = rows.filter(row => row.split === tandem.state.split).slice(0, 3).map(row => {
      const scored = row.regret_split === row.split ? '' : `, scored on the ${row.regret_split} split`;
      const choice = `On the ${label(row)} split${row.stratum === 'all' ? '' : ' '}`.replace(/ $/, '');
      return row.best_by_loss === row.best_by_accuracy
        ? `${choice} the cell of the lowest mean loss has the highest mean accuracy, too: ${cellOf(row, row.best_by_loss)}.`
        : `${choice} the lowest mean loss is that of ${cellOf(row, row.best_by_loss)}, the highest mean accuracy that of ${cellOf(row, row.best_by_accuracy)}. The first costs ${tandem.percent(row.accuracy_regret)} of accuracy, the second ${tandem.number(row.loss_regret)} nats${scored}.`;
    });
    return {
      columns,
      panels: [
        panel('agreement of the two orders of the cells', 'Kendall’s tau', 'kendall', {low: 'low', high: 'high', colour: c.band, domain: [-1, 1], say: 'Kendall’s tau'}),
        panel('replicates in which both choose one cell', 'share of the replicates', 'agreement', {low: 'agreement_low', high: 'agreement_high', colour: c.band, domain: [0, 1], show: tandem.percent, format: '~%', say: 'both choose one cell in'}),
        panel('loss given away by choosing by accuracy', 'nats', 'loss_regret', {colour: c.loss, say: 'loss regret'}),
        panel('accuracy given away by choosing by loss', 'share of the examples', 'accuracy_regret', {colour: c.accuracy, show: tandem.percent, format: '~%', say: 'accuracy regret'}),
      ],
      caption: [...said, 'A row is the split that the choice is made on. Above, 1 means that both put the cells in the same order, or that every replicate has one best cell; 95 % intervals where there are enough replicates. Below, what is given away is scored on the test split, or where there is none on the split itself; 0 gives nothing away.'],
      rows: rows.map(({study, ...row}) => ({...(many ? {folder: study.label} : {}), ...row})),
    };
  },
});
