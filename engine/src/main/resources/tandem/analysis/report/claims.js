'use strict';
// What was claimed, of one study or of two side by side.

tandem.verdictSigns = {holds: '✓ holds', fails: '✗ fails', undecided: '? undecided'};

// The least and most that the picture of a claim must show, with some room.
tandem.claimDomain = entries => {
  const known = entries.flatMap(({claim, row}) => [row.estimate, row.low, row.high, claim?.low, claim?.high])
    .filter(value => value !== null && value !== undefined);
  if (!known.length || entries.every(({row}) => row.estimate === null)) {
    return null;
  }
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const span = most - least || Math.abs(most) || 1;
  return [least - 0.18 * span, most + 0.18 * span];
};

// As many numbers as stand side by side below a scale of such a width.
tandem.scaleNumbers = (domain, width) => {
  const scale = vega.scale('linear')().domain(domain);
  for (let count = 5; count > 0; count--) {
    const ticks = scale.ticks(count);
    const step = ticks.length > 1 ? ticks[1] - ticks[0] : 0;
    const size = Math.max(...ticks.map(Math.abs));
    const digits = step > 0 ? Math.ceil(Math.log10(size / step) + 1.001) : 4;
    const labels = ticks.map(value => size !== 0 && (size < 1e-4 || size >= 1e6) ? value.toExponential(Math.min(4, digits)) : String(Number(value.toPrecision(Math.max(2, Math.min(12, digits))))));
    if (ticks.length && ticks.length <= 6 && labels.join('').length * 7 + ticks.length * 14 < width) {
      return ticks.map((value, i) => ({value, label: labels[i].replace('-', '−')}));
    }
  }
  return [];
};

// Intervals, one below the other, on one scale with its numbers, each over what its claim expects.
tandem.claimPicture = entries => {
  const c = tandem.colours();
  const domain = tandem.claimDomain(entries);
  if (!domain) {
    return null;
  }
  const width = 260;
  const height = 34 * entries.length;
  const x = value => 8 + (width - 16) * (value - domain[0]) / (domain[1] - domain[0]);
  const svg = tandem.el('svg', {viewBox: `0 0 ${width} ${height + 20}`, role: 'img', 'aria-label': entries.map(({study, claim, row}) =>
    `${entries.length > 1 ? study.label + ': ' : ''}estimate ${tandem.number(row.estimate)}, interval ${tandem.interval(row.low, row.high)}; expected: ${claim?.expect || ''}`).join('; ')});
  entries.forEach(({claim, row}, i) => {
    const middle = 34 * i + 17;
    const [low, high] = [claim?.low ?? null, claim?.high ?? null];
    if (low !== null || high !== null) {
      const left = low === null ? 0 : x(low);
      svg.append(tandem.el('rect', {x: left, y: middle - 14, width: Math.max(2, (high === null ? width : x(high)) - left), height: 28, fill: c.band, 'fill-opacity': 0.15}));
      [low, high].filter(value => value !== null).forEach(edge =>
        svg.append(tandem.el('line', {x1: x(edge), x2: x(edge), y1: middle - 15, y2: middle + 15, stroke: c.band, 'stroke-width': 2})));
    }
    if (row.estimate !== null) {
      svg.append(tandem.el('line', {x1: row.low === null ? x(row.estimate) : x(row.low), x2: row.high === null ? x(row.estimate) : x(row.high), y1: middle, y2: middle, stroke: c.ink, 'stroke-width': 3}),
        tandem.el('rect', {x: x(row.estimate) - 3.5, y: middle - 8, width: 7, height: 16, rx: 1.5, fill: c.ink}));
    }
  });
  svg.append(tandem.el('line', {x1: 0, x2: width, y1: height + 1, y2: height + 1, stroke: c.strongLine}));
  for (const {value, label} of tandem.scaleNumbers(domain, width)) {
    const half = 3.5 * label.length;
    svg.append(tandem.el('line', {x1: x(value), x2: x(value), y1: height + 1, y2: height + 5, stroke: c.strongLine}),
      tandem.el('text', {x: Math.max(half, Math.min(width - half, x(value))), y: height + 17, 'text-anchor': 'middle', 'font-size': 12, fill: c.muted}, label));
  }
  return svg;
};

// A number of a claim as its measure has it: six digits where four would not tell it from what is expected.
tandem.claimNumber = (claim, value) => {
  const bounds = [claim?.low, claim?.high].filter(bound => bound !== null && bound !== undefined && bound !== value);
  return bounds.some(bound => tandem.number(bound) === tandem.number(value)) && value !== null ? String(Number(value.toPrecision(6))).replace('-', '−') : tandem.number(value);
};

// What the number is: statistic, measure, unit, and which level is taken from which.
tandem.claimSubject = claim => {
  const {unit} = tandem.describe(claim.column);
  const statistic = claim.share ? claim.statistic.replace(/^share/, 'share of replicates') : claim.statistic;
  const factor = name => tandem.factorLabel(name);
  const at = Object.entries(claim.where).map(([name, level]) => `${factor(name)} ${level}`);
  return `${tandem.sentence(statistic)} of ${tandem.words(claim.measure)}${unit && unit !== '1' ? ` (${unit})` : ''}`
    + (claim.contrast ? `, ${factor(claim.contrast.factor)} ${claim.contrast.to} minus ${claim.contrast.from}` : '')
    + (at.length ? `, at ${at.join(', ')}` : '');
};

tandem.claimDetail = (claim, row) => [
  `${claim ? tandem.claimSubject(claim) : row.claim}: ${tandem.claimNumber(claim, row.estimate)}${row.rule === 'exact' ? ', exact' : ' ' + tandem.interval(row.low, row.high)}`,
  claim && claim.expect ? `expected ${claim.expect.replace(/(^|\s)-(?=\d)/g, '$1−')}` : '',
  row.rule === 'exact' ? '' : `n\u00a0=\u00a0${row.n}`,
  row.needed === null ? '' : `about ${tandem.number(row.needed)} replicates would decide it`,
].filter(Boolean).join(' · ');

// The claims of all studies of the page; those of one name are one row, on one scale.
tandem.claims = studies => {
  const names = [...new Set(studies.flatMap(study => tandem.rows(study, 'claims').map(row => row.claim)))];
  if (!names.length) {
    return tandem.el('p', {class: 'note'}, studies.length > 1 ? 'These scenarios claim nothing in advance.' : 'This scenario claims nothing in advance.');
  }
  const many = studies.length > 1;
  return tandem.el('div', {},
    tandem.el('ul', {class: 'claims'}, names.map(name => {
      const entries = studies.flatMap(study => tandem.rows(study, 'claims').filter(row => row.claim === name)
        .map(row => ({study, row, claim: study.claims.find(one => one.name === name)})));
      const of = study => many ? tandem.el('span', {class: 'of', dir: 'auto'}, tandem.short(study.label, 40)) : null;
      return tandem.el('li', {},
        tandem.el('div', {}, entries.map(({study, row}) =>
          tandem.el('div', {}, of(study), tandem.el('span', {class: `verdict ${row.verdict}`}, tandem.verdictSigns[row.verdict] || row.verdict)))),
        tandem.el('div', {},
          [...new Set(entries.map(({claim}) => claim ? claim.says : name))].map(says => tandem.el('div', {dir: 'auto'}, says)),
          entries.map(({study, claim, row}) => tandem.el('div', {class: 'detail', dir: 'auto'}, many ? tandem.short(study.label, 40) + ': ' : '', tandem.claimDetail(claim, row)))),
        tandem.el('div', {}, tandem.claimPicture(entries)));
    })),
    tandem.el('p', {class: 'note'}, `The bar is the estimate with its interval over the replicates, at a level corrected for the number of claims, on the scale below it; the shaded range is what the claim expects. A claim holds if all of its interval lies in that range, fails if none of it does, and is undecided otherwise.${many ? ' A claim of both folders has one scale for both, in the order of the folders.' : ''}`));
};

// In which keys the scenarios of two studies differ.
tandem.changed = () => {
  const [first, second] = tandem.studies;
  return tandem.el('section', {class: 'hide-single', id: 'changes'}, tandem.el('h2', {}, 'What was done differently'),
    tandem.changes.length ? tandem.el('table', {class: 'changes'},
      tandem.el('thead', {}, tandem.el('tr', {}, ['key of the scenario', first.label, second.label].map(text => tandem.el('th', {scope: 'col', dir: 'auto'}, text)))),
      tandem.el('tbody', {}, tandem.changes.map(change => tandem.el('tr', {}, tandem.el('th', {scope: 'row'}, change.key),
        [change.before, change.after].map(text => tandem.el('td', {dir: 'auto'}, tandem.short(text, 200)))))))
      : tandem.el('p', {}, 'Nothing: the scenarios agree in every key but name, question and claims.'));
};
