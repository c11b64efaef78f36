'use strict';
// Puts the page together, and draws again what a choice changes.

tandem.swatchPaths = {
  down: 'M8 4h12l-6 10z', up: 'M8 13h12l-6-10z', circle: 'M8 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0z', square: 'M9 3h10v10h-10z', 'triangle-up': 'M8 13h12l-6-10z',
  diamond: 'M14 1l5 7l-5 7l-5-7z', cross: 'M12 2h4v4h4v4h-4v4h-4v-4h-4v-4h4z', 'triangle-down': 'M8 4h12l-6 10z', 'triangle-right': 'M9 2l10 6l-10 6z',
};

// What stands before an entry of a legend.
tandem.swatch = item => {
  const svg = tandem.el('svg', {width: 28, height: 16, viewBox: '0 0 28 16', 'aria-hidden': 'true'});
  if (item.block) {
    svg.append(tandem.el('rect', {x: 7, y: 1, width: 14, height: 14, rx: 2, fill: item.colour, 'fill-opacity': item.opacity || 1}));
  } else if (item.shape || item.mark) {
    svg.append(tandem.el('path', {d: tandem.swatchPaths[item.shape || item.mark], fill: item.colour}));
  } else {
    svg.append(tandem.el('line', {x1: 0, y1: 8, x2: 28, y2: 8, stroke: item.colour, 'stroke-width': 2.5, 'stroke-dasharray': (item.dash || []).join(' ')}));
  }
  return svg;
};

tandem.select = (label, options, value, change) => {
  const select = tandem.el('select', {'aria-label': label, 'data-key': `choose ${label}`, onchange: event => change(event.target.value)},
    options.map(option => tandem.el('option', {value: option.value, selected: option.value === value}, tandem.short(option.label, 80))));
  return tandem.el('label', {class: 'control'}, label, select);
};

// Paragraphs of a plain text; what stands in them stays as it is written.
tandem.paragraphs = text => text.split(/\n\s*\n/).filter(Boolean).map(block => tandem.el('p', {dir: 'auto'}, block.replace(/\s+/g, ' ')));

tandem.head = () => {
  const themes = [{value: 'auto', label: 'as the system'}, {value: 'light', label: 'light'}, {value: 'dark', label: 'dark'}];
  return [
    tandem.el('div', {class: 'masthead hide-single'},
      tandem.el('p', {class: 'brand'}, `Tandem · ${tandem.studies.map(study => study.label).join(' and ')}`),
      tandem.el('div', {class: 'theme'}, tandem.select('Colours', themes, tandem.state.theme, tandem.setTheme))),
    ...tandem.studies.map(study => tandem.el('section', {class: 'study hide-single'},
      tandem.studies.length > 1 ? tandem.el('p', {class: 'brand'}, study.label) : null,
      study.index > 0 && study.question === tandem.studies[0].question ? null : tandem.el('h1', {dir: 'auto'}, study.question),
      study.answer ? tandem.el('div', {class: 'answer'}, tandem.paragraphs(study.answer)) : null,
      tandem.el('p', {class: 'lead'}, `${study.counts.runs.toLocaleString('en')} classifiers: ${study.counts.cells.toLocaleString('en')} cell${study.counts.cells === 1 ? '' : 's'}, ${study.counts.replicates.toLocaleString('en')} replicate${study.counts.replicates === 1 ? '' : 's'} each${study.counts.diverged ? `; ${study.counts.diverged} diverged` : ''}${study.counts.failed ? `; ${study.counts.failed} failed` : ''}.`),
      tandem.studies.length > 1 ? null : tandem.claims([study]))),
    ...(tandem.studies.length > 1 ? [tandem.changed(),
      tandem.el('section', {class: 'hide-single', id: 'claims'}, tandem.el('h2', {}, 'What was claimed'), tandem.claims(tandem.studies))] : []),
  ];
};

tandem.toolbar = () => {
  const controls = [];
  if (tandem.splits.length > 1) {
    controls.push(tandem.select('Evaluated on', tandem.splits.map(split => ({value: split, label: split})), tandem.state.split, value => {
      tandem.state.split = value;
      tandem.redraw();
    }));
  }
  if (tandem.hasClean) {
    controls.push(tandem.select('Labels', [{value: 'given', label: 'as given, corrupted ones too'}, {value: 'clean', label: 'clean, before corruption'}], tandem.state.labels, value => {
      tandem.state.labels = value;
      tandem.redraw();
    }));
  }
  tandem.varied().forEach(factor => controls.push(tandem.select(tandem.short(factor.label, 40),
    [{value: 'all', label: 'all'}, ...factor.levels.map((level, i) => ({value: String(i), label: tandem.level(level)}))],
    tandem.state.filters[factor.index] === undefined || tandem.state.filters[factor.index] === null ? 'all' : String(factor.levels.indexOf(tandem.state.filters[factor.index])),
    value => {
      tandem.state.filters[factor.index] = value === 'all' ? null : factor.levels[Number(value)];
      tandem.redraw();
    })));
  return controls.length ? tandem.el('div', {class: 'toolbar', role: 'group', 'aria-label': 'What the charts show'}, controls) : null;
};

tandem.foot = () => tandem.studies.map(study => tandem.el('section', {class: 'chart hide-single'},
  tandem.el('h2', {}, tandem.studies.length > 1 ? `How ${study.label} was made` : 'How it was made'),
  tandem.el('dl', {class: 'method'}, Object.entries(study.method).flatMap(([term, text]) => [tandem.el('dt', {}, term), tandem.el('dd', {dir: 'auto'}, text)])),
  tandem.el('p', {class: 'note'}, 'Loss is the plain mean cross-entropy in nats of the parameters at the end of an epoch, accuracy the share of examples classified correctly. Numbers in this page have six digits; the tables have all of them.'),
  study.notes.map(note => tandem.el('p', {class: 'note'}, note)),
  tandem.el('details', {class: 'provenance'}, tandem.el('summary', {}, 'Provenance: versions, seed and the SHA-256 of every table'),
    tandem.el('table', {}, Object.entries(study.provenance).map(([key, value]) => tandem.el('tr', {}, tandem.el('td', {}, key), tandem.el('td', {}, value)))))));

// The chart libraries are in this file, and so are their licences.
tandem.licences = () => {
  const text = document.getElementById('licences').textContent.trim();
  return text ? tandem.el('details', {class: 'provenance hide-single'}, tandem.el('summary', {}, 'Licences of the chart libraries in this page'), tandem.el('pre', {}, text)) : null;
};

tandem.render = async (specification, place, canvas) => {
  const compiled = vegaLite.compile(specification, {config: tandem.config(), logger: tandem.logger}).spec;
  const view = new vega.View(vega.parse(compiled, null, {ast: true}), {
    expr: vegaInterpreter.expressionInterpreter, renderer: canvas ? 'canvas' : 'svg', container: place, hover: true,
    tooltip: tandem.tooltip, logLevel: vega.Error,
  });
  await view.runAsync();
  return view;
};

tandem.logger = {level: () => tandem.logger, error: () => tandem.logger, warn: () => tandem.logger, info: () => tandem.logger, debug: () => tandem.logger};

tandem.section = chart => {
  const figure = {chart, drawn: [], choice: {}};
  figure.element = tandem.el('section', {class: 'chart', id: chart.id});
  const missing = chart.missing();
  if (missing) {
    figure.element.append(tandem.el('h2', {}, chart.title), tandem.el('p', {class: 'missing'}, missing));
    return figure;
  }
  figure.controls = tandem.el('div', {class: 'controls'});
  figure.legendElement = tandem.el('ul', {class: 'legend'});
  figure.panels = tandem.el('div', {class: 'panels'});
  figure.caption = tandem.el('figcaption');
  const act = (label, title, action, key = label) => tandem.el('button', {class: 'plain', type: 'button', 'data-key': `${key} ${chart.id}`, 'aria-label': `${title}: ${chart.title}`, onclick: action}, label);
  figure.element.append(tandem.el('figure', {},
    tandem.el('div', {class: 'head'}, tandem.el('h2', {}, chart.title), tandem.el('div', {class: 'actions'},
      act('CSV', 'data as CSV', () => tandem.save(new Blob([tandem.csv(figure.rows || [])], {type: 'text/csv'}), tandem.fileName(chart, 'csv'))),
      act('SVG', 'picture as SVG', () => tandem.saveSvg(chart, figure)),
      act('PNG', 'picture as PNG', () => tandem.savePng(chart, figure)),
      act(tandem.state.only ? 'All charts' : 'Enlarge', tandem.state.only ? 'All charts, instead of one' : 'Enlarge, show this chart alone', () => {
        location.hash = tandem.state.only ? '' : `only=${chart.id}`;
      }, 'only'))),
    figure.controls, figure.legendElement, figure.panels, figure.caption));
  tandem.fillControls(figure);
  figure.due = true;
  return figure;
};

tandem.fillControls = figure => {
  figure.controls.replaceChildren(...figure.chart.controls().map(control => {
    const known = control.options.some(option => option.value === figure.choice[control.id]);
    if (!known) {
      const asked = control.options.find(option => tandem.state.only && option.value === tandem.state.choices[control.id]);
      figure.choice[control.id] = asked?.value ?? control.initial ?? control.options[0].value;
    }
    return tandem.select(control.label, control.options, figure.choice[control.id], value => {
      figure.choice[control.id] = value;
      tandem.draw(figure);
    });
  }));
};

tandem.draw = async figure => {
  const turn = figure.turn = (figure.turn || 0) + 1;
  figure.due = false;
  const view = {width: figure.panels.clientWidth, choice: figure.choice, notes: []};
  const content = figure.chart.draw(view);
  figure.rows = content.rows;
  figure.legend = content.legend;
  if (tandem.isClean() && !figure.chart.clean) {
    view.notes.push('This chart is about the labels as they were given.');
  }
  figure.drawn.flatMap(panel => panel.views).forEach(old => old.finalize());
  figure.panels.style.setProperty('--columns', content.columns);
  figure.legendElement.replaceChildren(...(content.legend || []).map(item => tandem.el('li', {dir: 'auto'}, tandem.swatch(item), tandem.short(item.label, 120))));
  figure.caption.replaceChildren(...[...content.caption, ...view.notes].filter(Boolean).map(text => tandem.el('p', {dir: 'auto'}, tandem.caption(text))));
  const panels = content.panels.map(panel => {
    const heading = panel.title ? tandem.el('h3', {dir: 'auto'}, tandem.short(panel.title, 160)) : null;
    const places = panel.specs.map(() => tandem.el('div', {class: 'vega'}));
    const element = tandem.el('div', {class: 'panel'}, heading || tandem.el('div'),
      tandem.el('div', {}, places, panel.empty ? tandem.el('p', {class: 'note'}, panel.empty) : null));
    if (panel.wide) {
      element.style.gridColumn = '1 / -1';
    }
    return {...panel, heading, places, element, views: []};
  });
  figure.panels.replaceChildren(...panels.map(panel => panel.element));
  figure.drawn = panels;
  for (const panel of panels) {
    for (const [i, spec] of panel.specs.entries()) {
      if (figure.turn !== turn) {
        return;
      }
      panel.views.push(await tandem.render({...spec, description: tandem.caption([[figure.chart.title, panel.title].filter(Boolean).join(': '), content.caption[0]].filter(Boolean).join('. '))}, panel.places[i], content.canvas));
    }
  }
  figure.element.dataset.drawn = String((Number(figure.element.dataset.drawn) || 0) + 1);
};

tandem.redraw = () => {
  for (const figure of tandem.figures.filter(one => one.panels)) {
    tandem.fillControls(figure);
    figure.due = true;
    if (figure.visible) {
      tandem.draw(figure);
    }
  }
};

tandem.setTheme = theme => {
  tandem.state.theme = theme;
  document.documentElement.dataset.theme = theme;
  tandem.build();
};

// What the address asks for after its #: only=CHART shows one chart alone, with its controls as named (from=later); theme, split, labels,
// level0=1 keeps the second level of the first factor, bare leaves title, controls and captions out, for pictures.
tandem.readAddress = () => {
  const wanted = new URLSearchParams(location.hash.slice(1));
  tandem.state.only = tandem.charts.some(chart => chart.id === wanted.get('only')) ? wanted.get('only') : null;
  if (['light', 'dark'].includes(wanted.get('theme'))) {
    tandem.state.theme = wanted.get('theme');
    document.documentElement.dataset.theme = tandem.state.theme;
  }
  if (tandem.hasClean && ['given', 'clean'].includes(wanted.get('labels'))) {
    tandem.state.labels = wanted.get('labels');
  }
  if (tandem.splits.includes(wanted.get('split'))) {
    tandem.state.split = wanted.get('split');
  }
  tandem.state.choices = Object.fromEntries(wanted);
  tandem.factors.forEach((factor, f) => {
    const level = factor.levels[Number(wanted.get(`level${f}`))];
    if (wanted.has(`level${f}`) && level !== undefined) {
      tandem.state.filters[f] = level;
    }
  });
  document.body.classList.toggle('bare', wanted.has('bare'));
};

tandem.build = () => {
  const top = scrollY;
  const focused = document.activeElement?.dataset?.key;
  tandem.watcher?.disconnect();
  (tandem.figures || []).flatMap(figure => figure.drawn).flatMap(panel => panel.views).forEach(view => view.finalize());
  const main = document.getElementById('report');
  document.body.classList.toggle('single', Boolean(tandem.state.only));
  const charts = tandem.charts.filter(chart => tandem.state.only ? chart.id === tandem.state.only : !(chart.optional && chart.missing()));
  tandem.figures = charts.map(tandem.section);
  main.replaceChildren(...[...tandem.head(), tandem.toolbar(), ...tandem.figures.filter(figure => figure.panels).map(figure => figure.element),
    tandem.missingCharts(), ...tandem.foot(), tandem.licences()].filter(Boolean));
  tandem.watcher = new IntersectionObserver(entries => entries.forEach(entry => {
    const figure = tandem.figures.find(one => one.element === entry.target);
    figure.visible = entry.isIntersecting;
    if (entry.isIntersecting && figure.due) {
      tandem.draw(figure);
    }
  }), {rootMargin: '300px'});
  tandem.figures.filter(figure => figure.panels).forEach(figure => tandem.watcher.observe(figure.element));
  scrollTo(0, top);
  // Whoever was at a control is at the same one on the new page.
  [...main.querySelectorAll('[data-key]')].find(one => one.dataset.key === focused)?.focus({preventScroll: !tandem.state.only});
};

// What could be drawn, had it been recorded.
tandem.missingCharts = () => {
  const absent = tandem.figures.filter(figure => !figure.panels);
  return absent.length ? tandem.el('section', {class: 'chart hide-single', id: 'absent'}, tandem.el('h2', {}, 'Not in this report'),
    tandem.el('dl', {class: 'method'}, absent.flatMap(figure => [tandem.el('dt', {}, figure.chart.title), tandem.el('dd', {}, figure.chart.missing())]))) : null;
};

tandem.start = () => {
  tandem.load();
  tandem.state = {split: tandem.splits.includes('validation') ? 'validation' : tandem.splits[0], filters: {}, labels: 'given', theme: 'auto', only: null};
  document.body.append(tandem.el('div', {class: 'tip', id: 'tip', role: 'status'}));
  tandem.readAddress();
  tandem.build();
  addEventListener('hashchange', () => {
    tandem.readAddress();
    tandem.build();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tandem.build);
  let width = innerWidth;
  let timer = 0;
  addEventListener('resize', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (innerWidth !== width) {
        width = innerWidth;
        tandem.redraw();
      }
    }, 150);
  });
  document.documentElement.dataset.ready = 'true';
};

tandem.start();
