// Texts of a figure, where plotly.js puts them: by the width of their letters, to the pixel.
(function () {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';
  const LINE = 1.3;
  // What plotly.js leaves around a text: its border, which has no colour, and a pixel inside it.
  const BORDER = 1;
  const PAD = 1;
  const BREAK = /<br\s*\/?>/i;
  const SHIFT = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 };
  const pen = document.createElement('canvas').getContext('2d');

  function make(name, attributes, text) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== '') {
        element.setAttribute(key, value);
      }
    }
    if (text !== undefined) {
      element.textContent = text;
    }
    return element;
  }

  // A text in lines of pieces: bold, or in a colour of its own.
  function lines(text) {
    return text.split(BREAK).map((line) => {
      const holder = new DOMParser().parseFromString(line, 'text/html').body;
      return [...holder.childNodes].map((node) => ({
        text: node.textContent,
        bold: node.nodeName === 'B' || node.querySelector?.('b') != null,
        colour: node.style?.color ?? '',
      }));
    });
  }

  // How far a line goes on, and how wide it is with what of its letters hangs over at either end.
  function measure(pieces, font) {
    let [width, before, after] = [0, 0, 0];
    for (const piece of pieces) {
      pen.font = `${piece.bold ? 'bold ' : ''}${font.size}px ${font.family}`;
      const letters = pen.measureText(piece.text);
      before = Math.max(before, letters.actualBoundingBoxLeft - width);
      after = Math.max(after, width + letters.actualBoundingBoxRight);
      width += letters.width;
    }
    return { width, before, whole: Math.max(width, after) + before };
  }

  function write(place, pieces, x, y, font, anchor) {
    const style = `font-family:${font.family};font-size:${font.size}px`;
    const text = make('text', { x, y, fill: font.color, 'text-anchor': anchor, style });
    for (const piece of pieces) {
      const weight = piece.bold ? 'bold' : undefined;
      text.append(make('tspan', { fill: piece.colour, 'font-weight': weight }, piece.text));
    }
    place.append(text);
  }

  // From the head of a pointer to where the box of its text begins.
  function pointer(place, note, [x, y], box) {
    const [cx, cy] = [box.left + box.width / 2, box.top + box.height / 2];
    const aim = [note.tail[0] - x, note.tail[1] - y];
    let reach = 1;
    for (const [part, low, high] of [[0, box.left - x, box.left + box.width - x], [1, box.top - y, box.top + box.height - y]]) {
      for (const edge of [low, high]) {
        const share = aim[part] ? edge / aim[part] : -1;
        const other = [x + aim[0] * share, y + aim[1] * share];
        const inside = Math.abs(other[0] - cx) <= box.width / 2 + 0.01 && Math.abs(other[1] - cy) <= box.height / 2 + 0.01;
        if (share >= 0 && share < reach && inside) {
          reach = share;
        }
      }
    }
    place.append(make('line', {
      x1: x, y1: y, x2: x + aim[0] * reach, y2: y + aim[1] * reach,
      stroke: note.arrowcolor, 'stroke-width': note.arrowwidth,
    }));
  }

  function annotation(place, one, { x, y, room, layout }) {
    const font = { ...layout.font, ...one.font };
    const head = [
      one.xref === 'paper' ? room.left + one.x * room.width : x(one.x),
      one.yref === 'paper' ? room.top + (1 - one.y) * room.height : y(one.y),
    ];
    const text = lines(one.text);
    const around = BORDER + (one.borderpad ?? PAD);
    pen.font = `${font.size}px ${font.family}`;
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText('0');
    const wide = text.map((line) => measure(line, font)).reduce((one, other) => (other.whole > one.whole ? other : one));
    const width = Math.round(wide.whole + 2 * around);
    const height = Math.round(above + below + (text.length - 1) * LINE * font.size + 2 * around);
    let tail = [head[0] + (one.xshift ?? 0), head[1] - (one.yshift ?? 0)];
    if (one.showarrow) {
      tail = [
        one.axref === 'x' ? x(one.ax) : head[0] + (one.ax ?? -10),
        one.ayref === 'y' ? y(one.ay) : head[1] + (one.ay ?? -30),
      ];
    }
    // Of a paper's edge, plotly.js takes the nearest side of a text; else its middle.
    const nearest = (paper, value) => (paper && !one.showarrow ? (value < 1 / 3 ? 0 : value > 2 / 3 ? 1 : 0.5) : 0.5);
    const xShare = SHIFT[one.xanchor] ?? nearest(one.xref === 'paper', one.x);
    const yShare = SHIFT[one.yanchor] ?? 1 - nearest(one.yref === 'paper', one.y);
    const [left, top] = [Math.round(tail[0] - xShare * width), Math.round(tail[1] - yShare * height)];
    const box = { left, top, width, height };
    if (one.showarrow) {
      pointer(place, { ...one, tail }, head, box);
    }
    if (one.bgcolor) {
      place.append(make('rect', { x: box.left, y: box.top, width, height, fill: one.bgcolor }));
    }
    const side = { left: 'start', right: 'end' }[one.align] ?? 'middle';
    const edge = left + around + wide.before + { start: 0, middle: wide.width / 2, end: wide.width }[side];
    text.forEach((line, index) => {
      write(place, line, edge, box.top + around + above + index * LINE * font.size, font, side);
    });
  }

  window.cakupanSight = { make, lines, write, annotation, LINE };
})();
