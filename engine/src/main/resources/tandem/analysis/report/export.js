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

// Where the entries of a legend stand in a picture: in lines as long as it is wide.
tandem.legendPlaces = (legend, width) => {
  let [x, y] = [20, 54];
  const places = legend.map(item => {
    const label = tandem.short(item.label, 60);
    const room = 56 + 6.9 * label.length;
    if (x > 20 && x + room > width - 10) {
      [x, y] = [20, y + 24];
    }
    const place = {item, label, x, y};
    x += room;
    return place;
  });
  return {places, height: legend.length ? y - 24 : 0};
};

// All panels of a drawn figure with title, legend and panel titles, in the page's own layout.
tandem.picture = (chart, figure) => {
  const box = figure.panels.getBoundingClientRect();
  const width = Math.ceil(box.width) + 40;
  const legend = tandem.legendPlaces(figure.legend || [], width);
  const top = 54 + legend.height;
  const pieces = figure.drawn.flatMap(panel => {
    const views = panel.views.map(view => {
      const at = view.container().getBoundingClientRect();
      return {view, x: at.left - box.left + 20, y: at.top - box.top + top};
    });
    if (!panel.title) {
      return views;
    }
    const at = panel.heading.getBoundingClientRect();
    return [...views, {text: tandem.short(panel.title, Math.floor(panel.heading.clientWidth / 8)), x: at.left - box.left + 20, y: at.bottom - box.top + top - 6}];
  });
  return {pieces, places: legend.places, width, height: Math.ceil(box.height) + top + 20, font: getComputedStyle(document.body).fontFamily};
};

tandem.svg = async (chart, figure) => {
  const c = tandem.colours();
  const {pieces, places, width, height, font} = tandem.picture(chart, figure);
  const text = (x, y, size, weight, words) => tandem.el('text', {x, y, fill: c.ink, 'font-family': font, 'font-size': size, 'font-weight': weight}, words);
  const svg = tandem.el('svg', {width, height, viewBox: `0 0 ${width} ${height}`},
    tandem.el('rect', {width, height, fill: c.paper}), text(20, 38, 20, 600, chart.title));
  for (const {item, label, x, y} of places) {
    const swatch = tandem.swatch(item);
    swatch.setAttribute('x', x);
    swatch.setAttribute('y', y);
    svg.append(swatch, text(x + 34, y + 13, 13, 400, label));
  }
  for (const piece of pieces) {
    if (piece.text) {
      svg.append(text(piece.x, piece.y, 14, 600, piece.text));
    } else {
      const inner = new DOMParser().parseFromString(await piece.view.toSVG(), 'image/svg+xml').documentElement;
      inner.setAttribute('x', piece.x);
      inner.setAttribute('y', piece.y);
      svg.append(document.importNode(inner, true));
    }
  }
  return new XMLSerializer().serializeToString(svg);
};

tandem.saveSvg = async (chart, figure) => tandem.save(new Blob([await tandem.svg(chart, figure)], {type: 'image/svg+xml'}), tandem.fileName(chart, 'svg'));

// Drawn anew on a canvas: an image element would need a source that the policy forbids.
tandem.savePng = async (chart, figure) => {
  const scale = 2;
  const c = tandem.colours();
  const {pieces, places, width, height, font} = tandem.picture(chart, figure);
  const canvas = tandem.el('canvas', {width: width * scale, height: height * scale});
  const pen = canvas.getContext('2d');
  const text = (x, y, style, words) => {
    pen.fillStyle = c.ink;
    pen.font = `${style} ${font}`;
    pen.fillText(words, x, y);
  };
  pen.scale(scale, scale);
  pen.fillStyle = c.paper;
  pen.fillRect(0, 0, width, height);
  text(20, 38, '600 20px', chart.title);
  for (const {item, label, x, y} of places) {
    pen.save();
    pen.translate(x, y);
    tandem.drawSwatch(item, pen);
    pen.restore();
    text(x + 34, y + 13, '13px', label);
  }
  for (const piece of pieces) {
    if (piece.text) {
      text(piece.x, piece.y, '600 14px', piece.text);
    } else {
      const drawn = await piece.view.toCanvas(scale);
      pen.drawImage(drawn, piece.x, piece.y, drawn.width / scale, drawn.height / scale);
    }
  }
  canvas.toBlob(blob => tandem.save(blob, tandem.fileName(chart, 'png')), 'image/png');
};

tandem.drawSwatch = (item, pen) => {
  pen.fillStyle = pen.strokeStyle = item.colour;
  if (item.block) {
    pen.globalAlpha = item.opacity || 1;
    pen.fillRect(7, 1, 14, 14);
  } else if (item.shape || item.mark) {
    pen.fill(new Path2D(tandem.swatchPaths[item.shape || item.mark]));
  } else {
    pen.lineWidth = 2.5;
    pen.setLineDash(item.dash || []);
    pen.beginPath();
    pen.moveTo(0, 8);
    pen.lineTo(28, 8);
    pen.stroke();
  }
};
