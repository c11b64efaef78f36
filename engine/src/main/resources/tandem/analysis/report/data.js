'use strict';
// The studies of the page: cells with their levels, and the rows of each table.

tandem.load = () => {
  const data = JSON.parse(document.getElementById('data').textContent);
  tandem.studies = data.studies;
  tandem.measures = data.measures;
  tandem.changes = data.changes;
  tandem.studies.forEach((study, s) => {
    study.index = s;
    study.label = tandem.studies.length > 1 ? study.label : study.name;
  });
  tandem.factors = tandem.readFactors();
  tandem.cells = tandem.readCells();
  tandem.half = tandem.studies.every(study => study.half);
  tandem.hasClean = tandem.studies.some(study => study.frames.curves?.columns.clean_loss_mean)
    || tandem.texts('measures', 'measure').some(name => /^clean_[a-z]+_loss$/.test(name));
  tandem.splits = ['train', 'validation', 'test'].filter(tandem.hasSplit);
};

// Rows as objects; texts are looked up in the list of those that occur.
tandem.decode = frame => {
  const names = Object.keys(frame.columns);
  const columns = names.map(name => {
    const column = frame.columns[name];
    return Array.isArray(column) ? column : column.codes.map(code => column.texts[code]);
  });
  return Array.from({length: frame.rows}, (_, i) => Object.fromEntries(names.map((name, c) => [name, columns[c][i]])));
};

// A table that nothing asks for stays as it is.
tandem.rows = (study, name) => {
  study.rows = study.rows || {};
  study.rows[name] = study.rows[name] || (study.frames[name] ? tandem.decode(study.frames[name]) : []);
  return study.rows[name];
};

tandem.has = name => tandem.studies.some(study => study.frames[name]);

// The texts of a column, of all studies.
tandem.texts = (name, column) => [...new Set(tandem.studies.flatMap(study => study.frames[name] ? study.frames[name].columns[column].texts : []))];

tandem.hasSplit = split => tandem.texts('curves', 'split').includes(split) || tandem.texts('measures', 'measure').includes(split + '_loss');

// Factors of all studies; where there are two studies, which one comes first.
tandem.readFactors = () => {
  const factors = [];
  if (tandem.studies.length > 1) {
    factors.push({name: 'folder', label: 'folder', study: true, levels: tandem.studies.map(study => study.label)});
  }
  for (const study of tandem.studies) {
    study.factors.forEach((name, f) => {
      let factor = factors.find(known => known.name === name && !known.study);
      if (!factor) {
        factor = {name, label: tandem.factorLabel(name), levels: []};
        factors.push(factor);
      }
      for (const cell of tandem.rows(study, 'cells')) {
        const level = cell['f' + f];
        if (!factor.levels.includes(level)) {
          factor.levels.push(level);
        }
      }
    });
  }
  factors.forEach(factor => {
    factor.numeric = factor.levels.every(level => level !== '' && Number.isFinite(Number(level)));
    if (factor.numeric) {
      factor.levels.sort((a, b) => Number(a) - Number(b));
    }
  });
  return factors;
};

// The last two parts of the path: label noise rate, data split.
tandem.factorLabel = name => tandem.words(name.split('.').slice(-2).join(' '));

// A level as people write it: 0.4 instead of 4.0E-1.
tandem.level = text => text === '' ? 'none' : Number.isFinite(Number(text)) ? String(Number(text)) : text;

tandem.readCells = () => {
  const cells = [];
  for (const study of tandem.studies) {
    for (const row of tandem.rows(study, 'cells')) {
      const levels = tandem.factors.map(factor => {
        if (factor.study) {
          return study.label;
        }
        const f = study.factors.indexOf(factor.name);
        return f < 0 ? '' : row['f' + f];
      });
      cells.push({study, cell: row.cell, key: `${study.index}/${row.cell}`, levels});
    }
  }
  cells.forEach(cell => {
    cell.label = tandem.cellLabel(cell);
  });
  return cells;
};

// What makes a cell differ from the others.
tandem.cellLabel = cell => {
  const parts = tandem.factors.flatMap((factor, f) =>
    factor.levels.length > 1 && (factor.study || cell.study.factors.includes(factor.name)) ? [factor.study ? cell.levels[f] : `${factor.label} ${tandem.level(cell.levels[f])}`] : []);
  return parts.length ? parts.join(', ') : 'all runs';
};

// The same for the rows of a chart: of a single factor the level says it.
tandem.rowLabel = cell => {
  const varied = tandem.factors.flatMap((factor, f) => factor.levels.length > 1 ? [f] : []);
  const level = varied.length === 1 ? tandem.level(cell.levels[varied[0]]) : '';
  return level && !Number.isFinite(Number(level)) ? level : cell.label;
};

// The rows of a table that belong to a cell, found once.
tandem.byCell = (study, name) => {
  study.grouped = study.grouped || {};
  if (!study.grouped[name]) {
    const groups = new Map();
    for (const row of tandem.rows(study, name)) {
      if (!groups.has(row.cell)) {
        groups.set(row.cell, []);
      }
      groups.get(row.cell).push(row);
    }
    study.grouped[name] = groups;
  }
  return study.grouped[name];
};

tandem.cellRows = (cell, name) => tandem.byCell(cell.study, name).get(cell.cell) || [];

// One measure of a cell; undefined where there is none.
tandem.measure = (cell, name) => {
  const values = cell.study.values = cell.study.values || new Map();
  if (!values.has(name)) {
    values.set(name, new Map(tandem.rows(cell.study, 'measures').filter(row => row.measure === name).map(row => [row.cell, row])));
  }
  return values.get(name).get(cell.cell);
};

tandem.isClean = () => tandem.state.labels === 'clean';

// Loss or accuracy at the end on the chosen split and labels. Where none were corrupted, the given labels are the clean ones.
tandem.final = (cell, name) => {
  const column = `${tandem.state.split}_${name}`;
  return tandem.isClean() ? tandem.measure(cell, 'clean_' + column) || tandem.measure(cell, column) : tandem.measure(cell, column);
};

// The rows of a cell's curves on the chosen labels, with the names of those on the given ones.
tandem.curvesOf = cell => {
  const rows = tandem.cellRows(cell, 'curves');
  if (!tandem.isClean() || !rows.length || rows[0].clean_loss_mean === undefined) {
    return rows;
  }
  cell.cleanCurves = cell.cleanCurves || rows.map(row => Object.fromEntries(Object.entries(row)
    .filter(([name]) => name.startsWith('clean_') || ['cell', 'split', 'epoch', 'n'].includes(name))
    .map(([name, value]) => [name.replace(/^clean_/, ''), value])));
  return cell.cleanCurves;
};

// Where the lowest loss and the highest accuracy of the chosen split and labels lie.
tandem.markOf = cell => {
  const marks = tandem.cellRows(cell, 'marks').filter(row => row.split === tandem.state.split);
  return marks.find(row => row.labels === (tandem.isClean() ? 'clean_' : '')) || marks[0];
};

// What the chosen losses and accuracies are of.
tandem.chosenSplit = () => `${tandem.state.split} split${tandem.isClean() ? ' with its clean labels' : ''}`;

// K, from the loss and its share of ln K; null where the tables do not tell.
tandem.classCount = (cell, split) => {
  const loss = tandem.measure(cell, split + '_loss');
  const share = tandem.measure(cell, split + '_normalised_loss');
  if (!loss || !share || !(share.mean > 0)) {
    return null;
  }
  const k = Math.exp(loss.mean / share.mean);
  return Math.abs(k - Math.round(k)) < 0.01 * k ? Math.round(k) : null;
};

// Unit and definition of a column of runs.csv.
tandem.describe = column => {
  const plain = column.replace(/^clean_/, '');
  const split = ['train', 'validation', 'test'].find(one => plain.startsWith(one + '_'));
  const ending = split ? plain.slice(split.length + 1) : plain;
  return {split, ending, clean: column !== plain, ...(tandem.measures[ending] || {unit: '', definition: ''})};
};

tandem.measureLabel = column => {
  const {unit} = tandem.describe(column);
  return tandem.words(column) + (unit && unit !== '1' ? ` (${unit})` : '');
};

// The cells that the filters leave.
tandem.chosenCells = () => tandem.cells.filter(cell =>
  Object.entries(tandem.state.filters).every(([f, level]) => level === null || cell.levels[f] === level));

// The levels of a cell by the names of their factors, for CSV.
tandem.levels = cell => Object.fromEntries(tandem.factors.map((factor, f) => [factor.name, cell.levels[f]]));
