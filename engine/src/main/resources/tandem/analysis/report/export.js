'use strict';
// A chart as SVG, PNG or CSV.

tandem.csv = rows => {
  if (!rows.length) {
    return '';
  }
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))];
  const field = value => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [names, ...rows.map(row => names.map(name => row[name]))].map(row => row.map(field).join(',') + '\n').join('');
};

tandem.save = (blob, name) => {
  const link = tandem.el('a', {href: URL.createObjectURL(blob), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

tandem.fileName = (chart, ending) => `${tandem.studies.map(study => study.name.replace(/[^\w-]+/g, '-').slice(0, 60)).join('-')}-${chart.id}.${ending}`;

// All panels of a drawn figure with title, legend and panel titles, as one picture of the page's own layout.
tandem.picture = async (chart, figure) => {
  const c = tandem.colours();
  const box = figure.panels.getBoundingClientRect();
  const head = 44;
  const legend = figure.legend ? 30 : 0;
  const width = Math.ceil(box.width) + 40;
  const height = Math.ceil(box.height) + head + legend + 40;
  const pieces = [];
  for (const panel of figure.drawn) {
    for (const view of panel.views) {
      const at = view.container().getBoundingClientRect();
      pieces.push({view, x: at.left - box.left + 20, y: at.top - box.top + head + legend + 20});
    }
    if (panel.title) {
      const at = panel.heading.getBoundingClientRect();
      pieces.push({text: tandem.short(panel.title, 70), x: at.left - box.left + 20, y: at.top - box.top + head + legend + 34});
    }
  }
  const font = getComputedStyle(document.body).fontFamily;
  const svg = tandem.el('svg', {xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`},
    tandem.el('rect', {width, height, fill: c.paper}),
    tandem.el('text', {x: 20, y: 38, fill: c.ink, 'font-family': font, 'font-size': 20, 'font-weight': 600}, chart.title));
  let x = 20;
  for (const item of figure.legend || []) {
    const swatch = tandem.swatch(item);
    swatch.setAttribute('x', x);
    swatch.setAttribute('y', 54);
    svg.append(swatch, tandem.el('text', {x: x + 36, y: 66, fill: c.ink, 'font-family': font, 'font-size': 13}, tandem.short(item.label, 40)));
    x += 60 + 7.4 * Math.min(40, item.label.length);
  }
  for (const piece of pieces) {
    if (piece.text) {
      svg.append(tandem.el('text', {x: piece.x, y: piece.y, fill: c.ink, 'font-family': font, 'font-size': 14, 'font-weight': 600}, piece.text));
    } else {
      const inner = new DOMParser().parseFromString(await piece.view.toSVG(), 'image/svg+xml').documentElement;
      inner.setAttribute('x', piece.x);
      inner.setAttribute('y', piece.y);
      svg.append(document.importNode(inner, true));
    }
  }
  return {svg: new XMLSerializer().serializeToString(svg), pieces, width, height, head, legend};
};

tandem.saveSvg = async (chart, figure) =>
  tandem.save(new Blob([(await tandem.picture(chart, figure)).svg], {type: 'image/svg+xml'}), tandem.fileName(chart, 'svg'));

// Drawn anew on a canvas: an image element would need a source that the policy forbids.
tandem.savePng = async (chart, figure) => {
  const scale = 2;
  const c = tandem.colours();
  const {pieces, width, height} = await tandem.picture(chart, figure);
  const canvas = tandem.el('canvas', {width: width * scale, height: height * scale});
  const pen = canvas.getContext('2d');
  const font = getComputedStyle(document.body).fontFamily;
  pen.scale(scale, scale);
  pen.fillStyle = c.paper;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = c.ink;
  pen.font = `600 20px ${font}`;
  pen.fillText(chart.title, 20, 38);
  let x = 20;
  for (const item of figure.legend || []) {
    pen.strokeStyle = pen.fillStyle = item.colour;
    pen.lineWidth = 2.5;
    pen.setLineDash(item.dash || []);
    if (item.block) {
      pen.globalAlpha = item.opacity || 1;
      pen.fillRect(x + 7, 54, 14, 14);
      pen.globalAlpha = 1;
    } else {
      pen.beginPath();
      pen.moveTo(x, 62);
      pen.lineTo(x + 28, 62);
      pen.stroke();
    }
    pen.fillStyle = c.ink;
    pen.font = `13px ${font}`;
    pen.fillText(tandem.short(item.label, 40), x + 36, 66);
    x += 60 + 7.4 * Math.min(40, item.label.length);
  }
  for (const piece of pieces) {
    if (piece.text) {
      pen.font = `600 14px ${font}`;
      pen.fillText(piece.text, piece.x, piece.y);
    } else {
      const drawn = await piece.view.toCanvas(scale);
      pen.drawImage(drawn, piece.x, piece.y, drawn.width / scale, drawn.height / scale);
    }
  }
  canvas.toBlob(blob => tandem.save(blob, tandem.fileName(chart, 'png')), 'image/png');
};
