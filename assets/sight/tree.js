// Components as the server sends them, as elements of the page: what Dash will make of them, without
// anything behind it. Whatever is not known here is not guessed at: then there is no first sight.
(function () {
  'use strict';

  const HTML = 'dash_html_components';
  const NAMED = { className: 'class', htmlFor: 'for', tabIndex: 'tabindex' };
  // Of each id there is one; what a page has answered, only the page itself says.
  const LEFT_OUT = new Set(['id', 'key', 'children', 'data-answers', 'n_clicks', 'accessKey']);
  const NOTHING = new Set(['Store', 'Location', 'Modal', 'Interval', 'Download']);

  class Unknown extends Error {}

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    made.append(...children);
    return made;
  }

  function attributes(made, props) {
    for (const [name, value] of Object.entries(props)) {
      if (LEFT_OUT.has(name) || value === null || value === undefined || value === false) {
        continue;
      }
      if (name === 'style') {
        Object.assign(made.style, value);
      } else if (typeof value !== 'object') {
        made.setAttribute(NAMED[name] ?? name.toLowerCase(), value === true ? '' : value);
      }
    }
    return made;
  }

  function label(data, value) {
    const items = data.flatMap((one) => one.items ?? [one]);
    return items.find((one) => one.value === value)?.label;
  }

  // Controls at rest, by the names of the component library, so that the same styles hold.
  const CONTROLS = {
    Select(props) {
      const shown = label(props.data ?? [], props.value) ?? props.placeholder ?? '';
      return element('div', `${props.className} sight-select`,
        element('span', 'mantine-Select-label', props.label ?? ''),
        element('span', 'mantine-Select-input', shown));
    },
    SegmentedControl(props) {
      const parts = props.data.map((one) => {
        const part = element('span', 'mantine-SegmentedControl-label', one.label);
        part.toggleAttribute('data-active', one.value === props.value);
        return part;
      });
      const root = element('div', 'mantine-SegmentedControl-root sight-segments', ...parts);
      root.dataset.size = props.size ?? 'sm';
      return root;
    },
    Switch(props, build) {
      const side = build(props.checked ? props.onLabel : props.offLabel);
      const track = element('span', 'mantine-Switch-track sight-switch',
        element('span', 'sight-thumb'), element('span', 'mantine-Switch-trackLabel', side));
      track.toggleAttribute('data-checked', Boolean(props.checked));
      return track;
    },
    Table({ className, data }) {
      const row = (kind, cells) => element('tr', '', ...cells.map((cell) => element(kind, '', String(cell ?? ''))));
      const table = element('table', className);
      if (data.caption) {
        table.append(element('caption', '', data.caption));
      }
      table.append(element('thead', '', row('th', data.head ?? [])));
      table.append(element('tbody', '', ...(data.body ?? []).map((cells) => row('td', cells))));
      return table;
    },
  };

  // The elements of a layout where the parts named in ``answers`` are as they were answered, and the
  // places of its charts with their figures. Throws where there is something unknown.
  function build(layout, answers) {
    const charts = [];

    // Its id says of which graph it is the picture: where others stand folded, order would not.
    function graph({ id, className, style, figure }) {
      const made = attributes(element('div', `dash-graph ${className ?? ''}`), { style, 'data-graph': id });
      charts.push({ place: made, figure });
      return made;
    }

    function component({ type, namespace, props: given }) {
      const props = { ...given, ...answers.get(given.id) };
      if (namespace === HTML) {
        const folded = type === 'Details' && !props.open;
        const made = attributes(document.createElement(type), props);
        for (const child of [props.children].flat(Infinity)) {
          if (!folded || child?.type === 'Summary') {
            made.append(node(child));
          }
        }
        return made;
      }
      if (NOTHING.has(type)) {
        return '';
      }
      if (type === 'MantineProvider') {
        return node(props.children);
      }
      if (type === 'Link') {
        return attributes(element('a', '', node(props.children)), props);
      }
      if (type === 'Graph') {
        return graph(props);
      }
      if (Object.hasOwn(CONTROLS, type)) {
        return CONTROLS[type](props, node);
      }
      throw new Unknown(type);
    }

    function node(given) {
      if (given === null || given === undefined || typeof given === 'boolean') {
        return '';
      }
      if (Array.isArray(given)) {
        const all = document.createDocumentFragment();
        all.append(...given.map(node));
        return all;
      }
      return typeof given === 'object' ? component(given) : String(given);
    }

    return { tree: node(layout), charts };
  }

  Object.assign(window.cakupanSight, { build });
})();
