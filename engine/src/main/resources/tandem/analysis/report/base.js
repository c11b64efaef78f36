'use strict';
// What every part of the page uses: elements, numbers, colours.
const tandem = {charts: []};

// An element with attributes and children. Strings become text nodes, never markup.
tandem.el = (name, attributes = {}, ...children) => {
  const svg = ['svg', 'line', 'circle', 'rect', 'path', 'text', 'g'].includes(name);
  const element = svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
};

// A number with four digits, as people read it.
tandem.number = value => {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return '–';
  }
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-3 || size >= 1e6) ? value.toExponential(2) : String(Number(value.toPrecision(4)));
  return text.replace('-', '−');
};

tandem.percent = value => value === null || !Number.isFinite(value) ? '–' : `${Number((100 * value).toPrecision(4))}\u00a0%`.replace('-', '−');

// Numbers of an axis: all digits that its ticks have. What d3 chooses by itself drops the last digit of some.
tandem.plain = '.6~g';

// Sentences of a caption; a number stays on the line of its unit.
tandem.caption = text => text.replace(/(\d) %/g, '$1\u00a0%');

tandem.interval = (low, high, format = tandem.number) =>
  `${low === null ? '(−∞' : '[' + format(low)}, ${high === null ? '∞)' : format(high) + ']'}`;

// The first letter of a sentence.
tandem.sentence = text => text.charAt(0).toUpperCase() + text.slice(1);

// A word of tables as people write it.
tandem.words = text => text.replaceAll('_', ' ');

// Text from files for a narrow place.
tandem.short = (text, most = 60) => [...text].length > most ? [...text].slice(0, most - 1).join('') + '…' : text;

tandem.isDark = () => tandem.state.theme === 'dark' || (tandem.state.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);

// The colours of the page, from its styles, where each has a light and a dark form: what an element of that colour gets.
tandem.colours = () => {
  const dark = tandem.isDark();
  if (tandem.known?.dark === dark) {
    return tandem.known;
  }
  const probe = tandem.el('span');
  document.body.append(probe);
  const colour = name => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  tandem.known = {
    paper: colour('paper'), panel: colour('panel'), ink: colour('ink'), muted: colour('muted'), line: colour('line'),
    strongLine: colour('strong-line'), loss: colour('loss'), accuracy: colour('accuracy'), band: colour('band'),
    impossible: colour('impossible'), categories: [0, 1, 2, 3, 4, 5, 6].map(i => colour('c' + i)),
    dark,
  };
  probe.remove();
  return tandem.known;
};

tandem.dashes = {train: [5, 4], validation: [1, 0], test: [1.5, 3]};
tandem.shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down', 'triangle-right'];

// How charts look.
tandem.config = () => {
  const c = tandem.colours();
  const font = getComputedStyle(document.body).fontFamily;
  return {
    background: 'transparent',
    font,
    view: {stroke: null},
    // The picture has a name and its data a table; thousands of points would only be in the way of whoever listens.
    mark: {aria: false},
    axis: {
      labelColor: c.muted, titleColor: c.ink, labelFontSize: 12, titleFontSize: 13, titleFontWeight: 500, gridColor: c.line,
      domainColor: c.strongLine, tickColor: c.strongLine, labelPadding: 4, titlePadding: 8, labelLimit: 190, labelOverlap: true,
    },
    axisY: {domain: false, ticks: false, tickCount: 5},
    axisX: {grid: false, tickCount: 6, labelSeparation: 8},
    legend: {labelColor: c.muted, titleColor: c.ink, labelFontSize: 12, titleFontSize: 13, titleFontWeight: 500},
    text: {color: c.ink, fontSize: 12},
    rule: {color: c.muted},
    scale: {bandPaddingInner: 0.08},
  };
};

// Says what is under the pointer, as text.
tandem.tooltip = (handler, event, item, value) => {
  const tip = document.getElementById('tip');
  if (value === null || value === undefined || value === '') {
    tip.style.display = 'none';
    return;
  }
  tip.textContent = typeof value === 'object' ? Object.entries(value).map(([k, v]) => `${k}: ${v}`).join('\n') : String(value);
  tip.style.display = 'block';
  const box = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - box.width - 8))}px`;
  tip.style.top = `${Math.max(4, Math.min(event.clientY + 14, innerHeight - box.height - 8))}px`;
};
