// A figure drawn as a still picture, where plotly.js will draw it: bars, lines, rules and texts by
// the same numbers. Figures say their ranges, ticks and margins themselves, so nothing is guessed; a
// figure that holds anything else is not drawn at all.
(function () {
  'use strict';

  const { make, lines, write, annotation, LINE } = window.cakupanSight;
  const MIDDLE = 0.35;
  const DASHES = { solid: '', dot: '3px,3px', dash: '9px,9px' };
  const KINDS = new Set(['bar', 'scatter']);

  const at = (value, index) => (Array.isArray(value) ? value[index] : value);

  // What a layout says, with what its template says where it is silent.
  function whole(layout) {
    const basis = layout.template?.layout ?? {};
    const both = (part) => ({ ...basis[part], ...layout[part] });
    const [font, margin, xaxis, yaxis] = ['font', 'margin', 'xaxis', 'yaxis'].map(both);
    return { ...basis, ...layout, font, margin, xaxis, yaxis };
  }

  // From a value to a pixel of the picture, along one axis that begins at ``from``.
  function scale(axis, from, length) {
    const number = axis.type === 'date' ? (value) => Date.parse(value) : Number;
    const [low, high] = axis.range.map(number);
    return (value) => from + ((number(value) - low) / (high - low)) * length;
  }

  function canDraw({ data, layout }) {
    const axes = [layout.xaxis, layout.yaxis];
    return (
      data.length > 0 &&
      axes.every((axis) => axis?.range && (axis.visible === false || axis.tickvals)) &&
      data.every((trace) => KINDS.has(trace.type) && !trace.xaxis && !trace.yaxis) &&
      data.every((trace) => !trace.fill || trace.fill === 'toself' || trace.fill === 'none') &&
      data.every((trace) => !(trace.mode ?? '').includes('text') && !trace.text) &&
      (layout.annotations ?? []).every((note) => !note.textangle)
    );
  }

  // A bar whose end away from its base is round, as far as it is long enough.
  function bar(trace, index, base, { x, y }) {
    const lying = trace.orientation === 'h';
    const [along, across] = lying ? [x, y] : [y, x];
    const value = Number(at(lying ? trace.x : trace.y, index));
    const place = Number(at(lying ? trace.y : trace.x, index));
    const width = at(trace.width, index) ?? 0.8;
    const begin = place + (at(trace.offset, index) ?? -width / 2);
    const [a, b] = [along(base), along(base + value)];
    const [c, d] = [across(begin), across(begin + width)].sort((one, other) => one - other);
    const round = Math.min(trace.marker?.cornerradius ?? 0, Math.abs(b - a), (d - c) / 2);
    const turn = b < a ? -round : round;
    const point = (one, other) => (lying ? `${one} ${other}` : `${other} ${one}`);
    const path = [
      `M${point(a, c)}L${point(b - turn, c)}Q${point(b, c)} ${point(b, c + round)}`,
      `L${point(b, d - round)}Q${point(b, d)} ${point(b - turn, d)}L${point(a, d)}Z`,
    ];
    return make('path', {
      d: path.join(''),
      fill: at(trace.marker?.color, index),
      stroke: at(trace.marker?.line?.color, index),
      'stroke-width': at(trace.marker?.line?.width, index),
      opacity: trace.opacity,
      class: 'sight-bar',
    });
  }

  function bars(place, trace, ends, axes, stacked) {
    const values = (trace.orientation === 'h' ? trace.x : trace.y) ?? [];
    values.forEach((value, index) => {
      if (value === null) {
        return;
      }
      const key = `${at(trace.orientation === 'h' ? trace.y : trace.x, index)} ${value < 0}`;
      const base = stacked ? (ends.get(key) ?? 0) : Number(at(trace.base, index) ?? 0);
      ends.set(key, base + Number(value));
      place.append(bar(trace, index, base, axes));
    });
  }

  // A line with a gap where there is no value; points on it, and what it encloses.
  function curve(place, trace, { x, y }) {
    const known = (index) => trace.x[index] !== null && trace.y[index] !== null;
    const points = trace.x.map((value, index) => (known(index) ? [x(value), y(trace.y[index])] : null));
    const path = points.map((point, index) => point && `${points[index - 1] ? 'L' : 'M'}${point.join(' ')}`);
    const mode = trace.mode ?? 'lines';
    if (trace.fill === 'toself') {
      place.append(make('path', { d: `${path.join('')}Z`, fill: trace.fillcolor, stroke: 'none' }));
    }
    if (mode.includes('lines') && trace.line?.width !== 0) {
      place.append(make('path', {
        d: path.filter(Boolean).join(''),
        fill: 'none',
        stroke: trace.line?.color,
        'stroke-width': trace.line?.width ?? 2,
        'stroke-dasharray': dashes(trace.line?.dash),
        opacity: trace.opacity,
        class: 'sight-line',
      }));
    }
    if (mode.includes('markers')) {
      points.forEach((point, index) => {
        const size = at(trace.marker?.size, index) ?? 6;
        if (point && size) {
          const fill = at(trace.marker?.color, index) ?? trace.line?.color;
          const stroke = at(trace.marker?.line?.color, index);
          const width = at(trace.marker?.line?.width, index) ?? 0;
          const [cx, cy] = point;
          place.append(make('circle', { cx, cy, r: size / 2, fill, stroke, 'stroke-width': width }));
        }
      });
    }
  }

  const dashes = (name) => DASHES[name] ?? name;

  function shape(place, one, { x, y, room }) {
    const across = one.xref === 'paper' ? (value) => room.left + value * room.width : x;
    const upward = one.yref === 'paper' ? (value) => room.top + (1 - value) * room.height : y;
    const [x1, x2, y1, y2] = [across(one.x0), across(one.x1), upward(one.y0), upward(one.y1)];
    const look = { opacity: one.opacity, stroke: one.line?.color, 'stroke-width': one.line?.width ?? 2 };
    if (one.type === 'line') {
      place.append(make('line', { x1, x2, y1, y2, 'stroke-dasharray': dashes(one.line?.dash), ...look }));
    } else {
      const size = { width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
      place.append(make('rect', { x: Math.min(x1, x2), y: Math.min(y1, y2), fill: one.fillcolor, ...size, ...look }));
    }
  }

  function ticks(place, name, { x, y, room, layout }) {
    const axis = layout[`${name}axis`];
    if (axis.visible === false) {
      return;
    }
    const font = { ...layout.font, ...axis.tickfont };
    const gap = (axis.linewidth ?? 1) / 2 + (axis.showline ? 0.2 * font.size : 0);
    const [right, bottom] = [room.left + room.width, room.top + room.height];
    axis.tickvals.forEach((value, index) => {
      const along = name === 'x' ? x(value) : y(value);
      const ends = name === 'x' ? { x1: along, x2: along, y1: room.top, y2: bottom } : { x1: room.left, x2: right, y1: along, y2: along };
      if (axis.showgrid) {
        place.append(make('line', { ...ends, stroke: axis.gridcolor, 'shape-rendering': 'crispEdges' }));
      }
      if (axis.showticklabels !== false) {
        lines(String(axis.ticktext?.[index] ?? value)).forEach((line, number, all) => {
          const down = number * LINE * font.size;
          if (name === 'x') {
            write(place, line, along, bottom + gap + font.size + down, font, 'middle');
          } else {
            const up = ((all.length - 1) * LINE * font.size) / 2;
            write(place, line, room.left - gap, along + MIDDLE * font.size + down - up, font, 'end');
          }
        });
      }
    });
    if (axis.showline) {
      const ends = name === 'x' ? { x1: room.left, x2: right, y1: bottom + 0.5, y2: bottom + 0.5 } : { x1: room.left - 0.5, x2: room.left - 0.5, y1: room.top, y2: bottom };
      place.append(make('line', { ...ends, stroke: axis.linecolor, 'stroke-width': axis.linewidth ?? 1, 'shape-rendering': 'crispEdges' }));
    }
  }

  // The picture of a figure at a width in pixels; null where the figure holds what is not drawn here.
  function draw(figure, width) {
    const layout = whole(figure.layout);
    if (!canDraw({ data: figure.data, layout })) {
      return null;
    }
    const { l, r, t, b } = layout.margin;
    const room = { left: l, top: t, width: width - l - r, height: layout.height - t - b };
    const x = scale(layout.xaxis, room.left, room.width);
    const y = scale(layout.yaxis, room.top + room.height, -room.height);
    const on = { x, y, room, layout };
    const svg = make('svg', { class: 'sight-chart', width, height: layout.height });
    const shapes = layout.shapes ?? [];
    shapes.filter((one) => one.layer === 'below').forEach((one) => shape(svg, one, on));
    ticks(svg, 'x', on);
    ticks(svg, 'y', on);
    const ends = new Map();
    const stacked = layout.barmode === 'stack' || layout.barmode === 'relative';
    figure.data.filter((one) => one.type === 'bar').forEach((one) => bars(svg, one, ends, on, stacked));
    figure.data.filter((one) => one.type === 'scatter').forEach((one) => curve(svg, one, on));
    shapes.filter((one) => one.layer !== 'below').forEach((one) => shape(svg, one, on));
    (layout.annotations ?? []).forEach((one) => annotation(svg, one, on));
    return svg;
  }

  Object.assign(window.cakupanSight, { draw });
})();
