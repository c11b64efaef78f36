'use strict';
// What a rule for stopping costs.

tandem.ruleNames = {
  last: 'last epoch', min_loss: 'lowest validation loss', max_accuracy_first: 'highest validation accuracy, first',
  max_accuracy_last: 'highest validation accuracy, last', patience: 'patience', patience_best: 'patience, best kept',
};

tandem.charts.push({
  id: 'stopping',
  title: 'What a stopping rule costs',
  missing: () => tandem.has('stopping') ? null
    : 'Stopping rules choose on a validation split and are scored on a test split; this scenario has not both (data: validation, test).',
  controls: () => [],
  draw: view => {
    const c = tandem.colours();
    const cells = tandem.panelCells(tandem.chosenCells().filter(cell => tandem.cellRows(cell, 'stopping').length), view);
    const columns = tandem.columnsFor(2, view.width, 340);
    view.panelWidth = (view.width - 28 * (columns - 1)) / columns;
    const label = row => `${tandem.ruleNames[row.rule] || row.rule}${row.patience ? ' ' + row.patience : ''}`;
    return {
      columns,
      legend: tandem.lossAndAccuracyLegend(),
      panels: cells.flatMap(cell => ['loss', 'accuracy'].map(regret => {
        const show = regret === 'loss' ? tandem.number : tandem.percent;
        const values = tandem.cellRows(cell, 'stopping').filter(row => row.regret === regret).map(row => ({
          label: label(row), value: row.mean, low: row.low, high: row.high,
          tip: `${label(row)}\n${regret} regret ${show(row.mean)}${row.low === null ? '' : ' ' + tandem.interval(row.low, row.high, show)}\nmean epoch ${tandem.number(row.epoch)}, ${row.n} runs`}));
        return {title: `${tandem.cells.length > 1 ? cell.label + ': ' : ''}${regret} regret`, specs: [tandem.dots(view.panelWidth, values, {
          title: regret === 'loss' ? 'test loss above the best epoch (nats)' : 'test accuracy below the best epoch', colour: c[regret],
          format: regret === 'loss' ? tandem.plain : '~%'})]};
      })),
      caption: ['Each rule looks at the validation split and keeps one epoch; its regret is what the test split loses against the best epoch of the run, in hindsight. Means over runs with 95 % intervals; 0 is perfect. A rule that reads the loss may cost accuracy, and the other way round. Each chart has a scale of its own.'],
      rows: cells.flatMap(cell => tandem.cellRows(cell, 'stopping').map(row => ({...tandem.levels(cell), ...row}))),
    };
  },
});
