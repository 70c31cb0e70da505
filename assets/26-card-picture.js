// A card as a picture, made in the browser alone: title, subtitle, figure, key and caption on an
// opaque ground, as SVG and, drawn from the same SVG, as PNG. One unit is a point of a slide of
// 13,33 inches, so that 20 here is read as 20 pt is.
(function () {
  'use strict';

  const NS = new DOMParser().parseFromString('<svg>', 'text/html').body.firstChild.namespaceURI;
  // Width, height, how many pixels a unit has as PNG, space around, and the sizes of the texts.
  const SHAPES = {
    wide: { width: 960, height: 540, scale: 4, pad: 36, title: 27, text: 15, small: 11.5 },
    svg: { width: 960, height: 540, scale: 1, pad: 36, title: 27, text: 15, small: 11.5 },
    square: { width: 540, height: 540, scale: 2, pad: 26, title: 22, text: 13.5, small: 10.5 },
  };
  const GAP = 26;
  const MOST_COLUMNS = 3;
  // How much a figure is enlarged at most, and how narrow a row of bars may become, in its pixels.
  const LARGEST = 1.8;
  const LEAST_BARS = 110;
  const LEAST_NARROW = 310;
  const LEAST_CELL = 36;
  // Of the room that names and figures take, bars get at least this much again.
  const SHARE = 0.45;
  // Rows smaller than this leave out all figures but the first.
  const SMALL = 0.8;
  const LEAST_BULLET = 600;
  const LEAST_FIGURE = 480;

  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const font = () => getComputedStyle(document.body).fontFamily;
  const pen = document.createElement('canvas').getContext('2d');

  function element(name, attributes = {}, ...children) {
    const made = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  function widthOf(text, size, weight) {
    pen.font = `${weight} ${size}px ${font()}`;
    return pen.measureText(text).width;
  }

  // Lines no wider than there is room; the last of too many ends in three dots.
  function wrapped(text, room, size, weight, most = 99) {
    const lines = [];
    let line = '';
    for (const word of text.trim().split(/\s+/).filter(Boolean)) {
      const longer = line ? `${line} ${word}` : word;
      if (line && widthOf(longer, size, weight) > room) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    if (line) {
      lines.push(line);
    }
    if (lines.length > most) {
      lines.length = most;
      lines[most - 1] = `${lines[most - 1].replace(/[\s,;·]+$/, '')} …`;
    }
    return lines;
  }

  // A paper that is written on from the top and from the bottom; the figure takes what is left.
  function paperOf(shape) {
    const root = element('svg', {
      width: shape.width,
      height: shape.height,
      viewBox: `0 0 ${shape.width} ${shape.height}`,
    });
    root.append(
      element('rect', { width: shape.width, height: shape.height, fill: style('--surface') }),
      element('rect', { width: shape.width, height: 5, fill: style('--accent') }),
    );
    return { root, shape, top: shape.pad, bottom: shape.height - shape.pad + 6 };
  }

  function write(paper, text, x, y, { size, weight = 400, fill = '--ink', anchor = 'start' }) {
    const line = element(
      'text',
      { x, y, 'font-family': font(), 'font-size': size, fill: style(fill), 'text-anchor': anchor },
      text,
    );
    line.setAttribute('font-weight', weight);
    paper.root.append(line);
  }

  // A block below what stands on top already.
  function above(paper, text, { room, most, lead = 1.25, ...looks }) {
    for (const line of wrapped(text, room, looks.size, looks.weight || 400, most)) {
      write(paper, line, paper.shape.pad, paper.top + looks.size * 0.86, looks);
      paper.top += looks.size * lead;
    }
  }

  // A block above what stands at the bottom already.
  function below(paper, text, { room, most, lead = 1.35, ...looks }) {
    const lines = wrapped(text, room, looks.size, looks.weight || 400, most);
    lines.forEach((line, place) => {
      const up = (lines.length - place) * looks.size * lead;
      write(paper, line, paper.shape.pad, paper.bottom - up + looks.size, looks);
    });
    paper.bottom -= lines.length * looks.size * lead;
  }

  // Sample figures are marked on every picture, besides the caption.
  function badge(paper, text) {
    const { shape } = paper;
    const size = shape.small + 1;
    const width = widthOf(text, size, 700) + 20;
    const x = shape.width - shape.pad - width;
    paper.root.append(
      element('rect', {
        x,
        y: paper.top,
        width,
        height: size * 1.8,
        rx: size * 0.9,
        fill: style('--warn-soft'),
        stroke: style('--warn-line'),
      }),
    );
    const looks = { size, weight: 700, fill: '--warn-ink', anchor: 'middle' };
    write(paper, text, x + width / 2, paper.top + size * 1.25, looks);
    return width + 14;
  }

  const trimmed = (part) => (part ? part.innerText.replace(/\s+/g, ' ').trim() : '');

  // A sample of a stroke, a colour or a hatch, as the page draws it.
  function sampleOf(mark) {
    const looks = getComputedStyle(mark);
    const across = Number.parseFloat(looks.borderTopWidth);
    const isLine = across >= 1 && mark.clientHeight < 2;
    return {
      line: isLine && { width: across, colour: looks.borderTopColor, kind: looks.borderTopStyle },
      colour: looks.backgroundColor,
      hatch: looks.backgroundImage === 'none' ? null : mark.matches('.over, .broken') ? 'over' : 'missing',
      text: trimmed(mark.parentElement),
    };
  }

  // What stands under a figure: samples with their words, notes, and the caption.
  function footOf(card) {
    const foot = card.root.querySelector('.card-foot');
    const marks = foot ? [...foot.querySelectorAll('i')].filter((mark) => mark.offsetParent) : [];
    const notes = [...(foot ? foot.querySelectorAll('p:not(.caption)') : [])]
      .filter((part) => part.offsetParent && !part.closest('details, li, dl'))
      .map((part) => {
        const words = part.cloneNode(true);
        words.querySelectorAll('i').forEach((mark) => mark.parentElement.remove());
        return words.textContent.replace(/\s+/g, ' ').trim();
      });
    return {
      samples: marks.map(sampleOf),
      notes: notes.filter(Boolean).join(' '),
      caption: trimmed(card.root.querySelector('.caption')),
    };
  }

  function sample(paper, { line, colour, hatch }, x, y, size) {
    if (line) {
      const dashes = { dashed: '6 4', dotted: '2 3' };
      const looks = { stroke: line.colour, 'stroke-width': line.width };
      const end = { x1: x, x2: x + 20, y1: y - size * 0.35, y2: y - size * 0.35 };
      paper.root.append(
        element('line', { ...end, ...looks, 'stroke-dasharray': dashes[line.kind] || 'none' }),
      );
      return;
    }
    const box = { x, y: y - size * 0.82, width: 20, height: size * 0.92, rx: 2 };
    const edge = { stroke: style('--line'), 'stroke-width': 0.75 };
    paper.root.append(element('rect', { ...box, fill: colour, ...edge }));
    if (hatch) {
      paper.root.append(element('rect', { ...box, fill: `url(#card-${hatch})` }));
    }
  }

  // Rows of samples, from the bottom up; as many rows as they need.
  function key(paper, samples) {
    const { shape } = paper;
    const size = shape.small + 1.5;
    const rows = [[]];
    let x = 0;
    for (const item of samples) {
      const width = 26 + widthOf(item.text, size, 400) + 18;
      if (x && x + width > shape.width - 2 * shape.pad) {
        rows.push([]);
        x = 0;
      }
      rows.at(-1).push({ ...item, x });
      x += width;
    }
    paper.bottom -= rows.length * size * 1.5 + 5;
    rows.forEach((row, place) => {
      const y = paper.bottom + (place + 0.85) * size * 1.5;
      for (const item of row) {
        sample(paper, item, shape.pad + item.x, y, size);
        write(paper, item.text, shape.pad + item.x + 26, y, { size });
      }
    });
  }

  // The hatches of maps, as assets/23-regions.js draws them.
  function hatches() {
    return ['over', 'missing'].map((name) =>
      element(
        'pattern',
        {
          id: `card-${name}`,
          width: 5,
          height: 5,
          patternUnits: 'userSpaceOnUse',
          patternTransform: 'rotate(45)',
        },
        element('path', {
          d: name === 'over' ? 'M0 0V5M0 0H5' : 'M0 0V5',
          stroke: style(name === 'over' ? '--surface' : '--muted'),
          'stroke-width': 1.4,
        }),
      ),
    );
  }

  async function drawn(graph, width, height, layout = graph.layout) {
    const sized = { ...layout, width, height, autosize: false };
    const text = await window.Plotly.toImage(
      { data: graph.data, layout: sized, config: { locale: graph._context.locale } },
      { format: 'svg', width, height, imageDataOnly: true },
    );
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const svg = document.importNode(parsed, true);
    if (hatch(svg, graph)) {
      svg.prepend(element('defs', {}, ...hatches()));
    }
    return svg;
  }

  // Whether there was anything to be hatched.
  function hatch(svg, graph) {
    const areas = graph.data.filter((trace) => trace.type === 'choropleth');
    let found = false;
    svg.querySelectorAll('.choroplethlayer > .trace').forEach((group, place) => {
      const name = areas[place]?.meta;
      if (name === 'over' || name === 'missing') {
        found = true;
        for (const path of group.querySelectorAll('path')) {
          const over = path.cloneNode();
          over.style.fill = `url(#card-${name})`;
          path.after(over);
        }
      }
    });
    return found;
  }

  // Rows of names: they can be squeezed, and cut between two rows into columns side by side.
  function rowsOf(graph) {
    const { tickvals, range } = graph.layout.yaxis || {};
    const [from, to] = range || [];
    const rows = Array.isArray(tickvals) ? tickvals.length : 0;
    if (rows < 2 || !(from > to) || Math.abs(from - to - rows) > 0.01) {
      return null;
    }
    const { t: top = 0, b: bottom = 0, l: left = 0, r: right = 0 } = graph.layout.margin || {};
    const pitch = (graph._fullLayout.height - top - bottom) / rows;
    // On a narrow screen names stand above their bars.
    const stands = pitch > 40 && left < 10;
    const cells = graph.layout.xaxis?.tickvals?.length || 0;
    return {
      ...{ rows, top, bottom, left, right, pitch },
      least: stands ? 42 : 22,
      bars: stands ? LEAST_NARROW : Math.max(LEAST_BARS, cells * LEAST_CELL, SHARE * (left + right)),
      first: firstColumn(graph.layout),
    };
  }

  // How wide the figures beside the bars are without all but the first column; 0 where there is
  // none, or only one.
  function firstColumn({ annotations = [] }) {
    const edges = annotations.filter(isBeside).map((text) => text.xshift);
    const [least, most] = [Math.min(...edges), Math.max(...edges)];
    return edges.length && least < most ? least : 0;
  }

  const isBeside = (text) => text.xref === 'paper' && text.x === 1 && text.xshift > 0;

  // In how many columns, how large, and with how many figures rows are read best.
  function rowPlan(it, room) {
    const full = columnPlan(it, room, it.right);
    return it.first && full.scale < SMALL ? columnPlan(it, room, it.first) : full;
  }

  function columnPlan(it, room, right) {
    const plans = [];
    for (let columns = 1; columns <= Math.min(MOST_COLUMNS, it.rows); columns += 1) {
      const each = Math.ceil(it.rows / columns);
      const width = (room.width - (columns - 1) * GAP) / columns;
      const height = it.top + each * it.least + it.bottom;
      const narrowest = it.left + right + it.bars;
      const scale = Math.min(LARGEST, room.height / height, width / narrowest);
      plans.push({ columns, each, right, width: width / scale, scale });
    }
    // More columns of rows only where they are read more easily so.
    return plans.reduce((best, plan) => (plan.scale > best.scale * 1.12 ? plan : best));
  }

  // The layout with the first column of figures alone.
  function withOneColumn(layout, edge) {
    return {
      ...layout,
      margin: { ...layout.margin, r: edge },
      annotations: layout.annotations.filter((text) => !isBeside(text) || text.xshift === edge),
    };
  }

  async function placeRows(paper, graph, it, room) {
    const plan = rowPlan(it, room);
    const free = room.height / plan.scale - it.top - it.bottom;
    const pitch = Math.max(it.least, Math.min(it.pitch * 1.15, free / plan.each));
    const height = it.top + it.rows * pitch + it.bottom;
    const used = (it.top + plan.each * pitch) * plan.scale;
    const start = room.y + Math.max(0, room.height - used) * 0.3;
    const layout = plan.right < it.right ? withOneColumn(graph.layout, it.first) : graph.layout;
    const figure = await drawn(graph, plan.width, height, layout);
    figure.setAttribute('id', 'card-figure');
    paper.root.append(element('defs', {}, figure));
    for (let column = 0; column < plan.columns; column += 1) {
      const first = column * plan.each;
      const count = Math.min(plan.each, it.rows - first);
      if (count > 0) {
        const x = room.x + column * (plan.width * plan.scale + GAP);
        const cut = (from, size, y) =>
          paper.root.append(
            element(
              'svg',
              {
                x,
                y: start + y * plan.scale,
                width: plan.width * plan.scale,
                height: size * plan.scale,
                viewBox: `0 ${from} ${plan.width} ${size}`,
              },
              element('use', { href: '#card-figure' }),
            ),
          );
        if (it.top) {
          cut(0, it.top, 0);
        }
        cut(it.top + first * pitch, count * pitch, it.top);
      }
    }
  }

  // All other figures are laid out anew for the room, as far as their heights allow.
  async function placeWhole(paper, graph, room, narrowest = 0) {
    const natural = graph._fullLayout.height;
    const isMap = Boolean(graph.layout.geo);
    const lines = graph.data.some((trace) => trace.type === 'scatter') && natural > 200;
    const wanted = natural * (lines ? 0.84 : 1);
    const { xaxis, yaxis } = graph.layout;
    const square = xaxis?.scaleanchor || yaxis?.scaleanchor;
    const shown = graph._fullLayout.width;
    const least = square ? shown : Math.max(narrowest, Math.min(shown, LEAST_FIGURE));
    const scale = isMap ? 1.3 : Math.min(LARGEST, room.height / wanted, room.width / least);
    const width = room.width / scale;
    const height = isMap || lines ? room.height / scale : Math.min(natural, room.height / scale);
    const figure = await drawn(graph, width, height);
    const size = { width: width * scale, height: height * scale };
    figure.setAttribute('x', room.x);
    figure.setAttribute('y', room.y + (room.height - size.height) * (room.hanging ? 0 : 0.35));
    figure.setAttribute('viewBox', `0 0 ${width} ${height}`);
    Object.entries(size).forEach(([name, value]) => figure.setAttribute(name, value));
    paper.root.append(figure);
    return size.height;
  }

  // The first card of a page: its number large, the figure below, and the way in words.
  async function placeHero(paper, card, room) {
    const big = trimmed(card.root.querySelector('.big'));
    const lead = trimmed(card.root.querySelector('.lead'));
    const size = Math.min(paper.shape.width > 600 ? 112 : 92, (room.width / widthOf(big, 1, 700)) * 0.95);
    let y = room.y + size * 0.86;
    write(paper, big, room.x - size * 0.03, y, { size, weight: 700, fill: '--accent' });
    y += size * 0.16 + paper.shape.text * 1.6;
    write(paper, lead, room.x, y, { size: paper.shape.text * 1.3 });
    y += paper.shape.text * 1.4;
    const rungs = [...card.root.querySelectorAll('.ladder p')].map((line) => ({
      aim: line.querySelector('b')?.textContent || '',
      missing: line.querySelector('span')?.textContent || '',
    }));
    const step = paper.shape.text * 1.75;
    const left = { ...room, y, height: room.y + room.height - y };
    const told = rungs.slice(0, Math.max(0, Math.floor((left.height - 120) / step)));
    left.height -= told.length * step;
    const bullet = { ...left, hanging: true, height: Math.min(left.height, 150) };
    y += (await placeWhole(paper, card.graph, bullet, LEAST_BULLET)) + step * 0.4;
    for (const rung of told) {
      const looks = { size: paper.shape.text * 1.1 };
      write(paper, rung.aim, room.x, y + step * 0.6, { ...looks, weight: 700, fill: '--target' });
      const x = room.x + widthOf(`${rung.aim}  `, looks.size, 700);
      write(paper, rung.missing, x, y + step * 0.6, looks);
      y += step;
    }
  }

  function written(card, shape, told) {
    const paper = paperOf(shape);
    const foot = footOf(card);
    const isHero = card.root.classList.contains('hero');
    const subtitle = trimmed(card.root.querySelector(isHero ? '.hero-figure h1' : '.subtitle'));
    const aside = foot.caption.includes(told.sample) ? badge(paper, told.sample) : 0;
    const room = shape.width - 2 * shape.pad;
    const lines = wrapped(card.title, room - aside, shape.title, 700).length;
    const size = lines > 2 ? shape.title * 0.82 : shape.title;
    above(paper, card.title, { room: room - aside, size, weight: 700, most: 4, lead: 1.2 });
    paper.top += 3;
    above(paper, subtitle, { room, size: shape.text, fill: '--muted', most: 3, lead: 1.3 });
    below(paper, foot.caption, { room, size: shape.small, fill: '--muted', most: 5 });
    if (foot.notes) {
      paper.bottom -= 3;
      below(paper, foot.notes, { room, size: shape.small, most: shape.width > 600 ? 3 : 4 });
    }
    if (foot.samples.length) {
      key(paper, foot.samples);
    }
    paper.root.append(element('defs', {}, ...hatches()));
    return paper;
  }

  async function compose(card, shape, told) {
    const paper = written(card, shape, told);
    const room = {
      x: shape.pad,
      y: paper.top + 12,
      width: shape.width - 2 * shape.pad,
      height: paper.bottom - paper.top - 20,
    };
    const rows = rowsOf(card.graph);
    if (card.root.classList.contains('hero')) {
      await placeHero(paper, card, room);
    } else if (rows) {
      await placeRows(paper, card.graph, rows, room);
    } else {
      await placeWhole(paper, card.graph, room);
    }
    return new XMLSerializer().serializeToString(paper.root);
  }

  function loaded(address) {
    return new Promise((resolve, reject) => {
      const picture = new Image();
      picture.onload = () => resolve(picture);
      picture.onerror = () => reject(new Error('the picture cannot be drawn'));
      picture.src = address;
    });
  }

  async function rastered(text, shape) {
    const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    try {
      const picture = await loaded(address);
      const canvas = document.createElement('canvas');
      canvas.width = shape.width * shape.scale;
      canvas.height = shape.height * shape.scale;
      const ink = canvas.getContext('2d', { alpha: false });
      ink.fillStyle = style('--surface');
      ink.fillRect(0, 0, canvas.width, canvas.height);
      ink.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const made = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
      if (!made) {
        throw new Error('the picture cannot be kept');
      }
      return made;
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  // The figure alone, laid out for a size: what a printed page shows.
  window.cakupanFigure = drawn;

  // A picture of a card: "wide" and "square" as PNG, "svg" as drawn.
  window.cakupanPicture = async (card, kind, told) => {
    const shape = SHAPES[kind];
    const text = await compose(card, shape, told);
    const stem = (document.querySelector('main').dataset.file || 'cakupan-{card}')
      .replace('{card}', card.name)
      .replace(/^([a-z]+)-\1-/, '$1-');
    if (kind === 'svg') {
      return { content: new Blob([text], { type: 'image/svg+xml' }), name: `${stem}.svg` };
    }
    const ending = kind === 'square' ? '-persegi' : '';
    return { content: await rastered(text, shape), name: `${stem}${ending}.png` };
  };
})();
