// The table of all regions, laid out, sorted and searched here; and the map it belongs to.
// How the table stands is part of the address: ?urut=cakupan&arah=turun&cari=serang&jenis=kota.
(function () {
  'use strict';

  const SHORT = { kabupaten: 'kab', kepulauan: 'kep' };
  const NUMBERLESS = '–';

  // As layouts/wilayah/search_text.py folds the names that are searched.
  function fold(text) {
    const bare = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
    return (bare.match(/[a-z0-9]+/g) || []).map((word) => SHORT[word] || word);
  }

  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in element) {
        element[key] = value;
      } else {
        element.setAttribute(key, value);
      }
    }
    element.append(...children);
    return element;
  }

  // "1.234,5" in Indonesian, "1,234.5" in English; what is no number comes last.
  function number(text, language) {
    if (text === NUMBERLESS || text === '') {
      return null;
    }
    const [group, point] = language === 'en' ? [',', '.'] : ['.', ','];
    const plain = text.replaceAll(group, '').replace(point, '.').replace('−', '-');
    const value = Number.parseFloat(plain);
    return Number.isNaN(value) ? null : value;
  }

  function remember(parameters) {
    const address = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(parameters)) {
      if (value) {
        address.set(name, value);
      } else {
        address.delete(name);
      }
    }
    const place = `${window.location.pathname}?${address}${window.location.hash}`;
    window.history.replaceState(window.history.state, '', place);
  }

  function go(path) {
    window.history.pushState({}, '', path);
    window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
    window.scrollTo(0, 0);
  }

  class Table {
    constructor(place, data) {
      this.place = place;
      this.data = data;
      const address = new URLSearchParams(window.location.search);
      this.order = address.get('urut') || 'rank';
      this.down = address.get('arah') === 'turun';
      if (!data.columns.some(({ key }) => key === this.order)) {
        [this.order, this.down] = ['rank', false];
      }
      this.rows = data.rows.map(([code, kind, words, cells], rank) => ({
        code, kind, words, rank, cells, element: this.row(code, cells),
      }));
      this.build(address);
      this.show();
    }

    row(code, cells) {
      const { columns } = this.data;
      const line = make('tr');
      cells.forEach((text, place) => {
        const { key, kind } = columns[place];
        if (place === 0) {
          const link = make('a', { href: `/wilayah/${code}`, textContent: text });
          line.append(make('th', { scope: 'row' }, link));
          return;
        }
        const cell = make('td', { className: kind === 'text' ? `text ${key}` : key });
        if (key === 'quality') {
          cell.append(...this.marks(text));
        } else {
          cell.textContent = text;
        }
        if (key === 'files') {
          cell.title = text;
        }
        if (kind === 'climb' && /[1-9]/.test(text)) {
          cell.classList.add(text.startsWith('+') ? 'up' : 'down');
        }
        line.append(cell);
      });
      return line;
    }

    marks(text) {
      const { separator, warns } = this.data;
      return text.split(separator).filter(Boolean).map((said) =>
        make('span', {
          className: warns.includes(said) ? 'mark-word warns' : 'mark-word', textContent: said,
        }));
    }

    build(address) {
      const { words } = this.data;
      this.search = make('input', {
        type: 'search', value: address.get('cari') || '', placeholder: words.placeholder,
        autocomplete: 'off', spellcheck: false, maxLength: 100,
      });
      this.search.id = 'regions-search';
      this.search.addEventListener('input', () => this.filtered());
      this.kind = this.choice('jenis', address, [
        ['', words.all], ['kabupaten', words.kabupaten], ['kota', words.kota],
      ]);
      this.province = this.choice('provinsi', address, [
        ['', words.all], ...this.data.provinces,
      ]);
      this.count = make('p', { className: 'regions-count', role: 'status' });
      const bar = make(
        'div', { className: 'regions-bar' },
        make('label', {}, words.search, this.search),
        make('label', {}, words.kind, this.kind),
      );
      if (this.data.provinces.length) {
        bar.append(make('label', {}, words.province, this.province));
      }
      bar.append(this.count);
      this.body = make('tbody');
      this.empty = make('p', { className: 'regions-none', textContent: words.none, hidden: true });
      const table = make('table', {}, make('thead', {}, this.heads()), this.body);
      const scroll = make(
        'div',
        { className: 'regions-scroll', tabIndex: 0, role: 'group', 'aria-labelledby': 'wilayah-table-head' },
        table, this.empty,
      );
      const focused = document.activeElement && document.activeElement.id === this.search.id;
      this.place.replaceChildren(bar, scroll);
      if (focused) {
        this.search.focus();
      }
    }

    choice(name, address, options) {
      const select = make('select', { name });
      select.id = `regions-${name}`;
      select.append(...options.map(([value, text]) => make('option', { value, textContent: text })));
      const wanted = address.get(name) || '';
      select.value = options.some(([value]) => value === wanted) ? wanted : '';
      select.addEventListener('change', () => this.filtered());
      return select;
    }

    heads() {
      const line = make('tr');
      this.headOf = new Map();
      this.data.columns.forEach(({ key, title, kind }, place) => {
        const button = make('button', { type: 'button', textContent: title });
        const head = make('th', { scope: 'col', className: kind === 'text' ? `text ${key}` : key.split('-')[0] }, button);
        button.addEventListener('click', () => this.sortBy(key, kind));
        this.headOf.set(key, head);
        line.append(head);
      });
      return line;
    }

    // Numbers begin with the largest, texts and ranks with the first; a second click turns round.
    sortBy(key, kind) {
      const first = kind !== 'text' && kind !== 'rank';
      this.down = this.order === key ? !this.down : first;
      this.order = key;
      remember({ urut: this.order, arah: this.down ? 'turun' : 'naik' });
      this.show();
    }

    filtered() {
      remember({
        cari: this.search.value.trim(), jenis: this.kind.value, provinsi: this.province.value,
      });
      this.show();
    }

    value(row) {
      const place = this.data.columns.findIndex(({ key }) => key === this.order);
      const text = row.cells[place];
      return this.data.columns[place].kind === 'text' ? text : number(text, this.data.language);
    }

    sorted(rows) {
      const language = this.data.language;
      const collator = new Intl.Collator(language, { numeric: true });
      const turned = this.down ? -1 : 1;
      const missing = (value) => value === null || value === '';
      return rows
        .map((row) => [this.value(row), row])
        .sort(([a, one], [b, other]) => {
          if (missing(a) || missing(b)) {
            return missing(a) - missing(b) || one.rank - other.rank;
          }
          const apart = typeof a === 'string' ? collator.compare(a, b) : a - b;
          return apart * turned || one.rank - other.rank;
        })
        .map(([, row]) => row);
    }

    // Codes of the rows whose names have every word of a text.
    finds(text) {
      const words = fold(text);
      return this.rows
        .filter((row) => words.every((word) => row.words.includes(word)))
        .map(({ code }) => code);
    }

    show() {
      const found = new Set(this.finds(this.search.value));
      const rows = this.rows.filter(
        ({ code, kind }) =>
          (!this.kind.value || kind === this.kind.value) &&
          (!this.province.value || code.startsWith(this.province.value)) &&
          found.has(code),
      );
      for (const [key, head] of this.headOf) {
        if (key === this.order) {
          head.setAttribute('aria-sort', this.down ? 'descending' : 'ascending');
        } else {
          head.removeAttribute('aria-sort');
        }
      }
      this.body.replaceChildren(...this.sorted(rows).map((row) => row.element));
      this.empty.hidden = rows.length > 0;
      const said = this.data.words.shown;
      this.count.textContent = said
        .replace('{shown}', rows.length)
        .replace('{total}', this.rows.length);
    }
  }

  // Links of the table stay in the page; a click with a key opens a new one as everywhere.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('#wilayah-table a');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      go(link.getAttribute('href'));
    }
  });

  // Areas without data, and those above 100%, are hatched: colour is never the only sign.
  // Plotly hatches bars but no areas, so the pattern is laid over what it has drawn.

  function pattern(svg, name, ground) {
    const colours = getComputedStyle(document.documentElement);
    const line = colours.getPropertyValue(name === 'over' ? '--surface' : '--muted').trim();
    const tile = document.createElementNS(svg.namespaceURI, 'pattern');
    tile.setAttribute('id', `regions-hatch-${name}`);
    tile.setAttribute('width', '5');
    tile.setAttribute('height', '5');
    tile.setAttribute('patternUnits', 'userSpaceOnUse');
    tile.setAttribute('patternTransform', 'rotate(45)');
    const paint = (d, attributes) => {
      const path = document.createElementNS(svg.namespaceURI, 'path');
      path.setAttribute('d', d);
      for (const [key, value] of Object.entries(attributes)) {
        path.setAttribute(key, value);
      }
      tile.append(path);
    };
    paint('M0 0H5V5H0Z', { fill: ground });
    paint(name === 'over' ? 'M0 0V5M0 0H5' : 'M0 0V5', { stroke: line, 'stroke-width': '1.4' });
    return tile;
  }

  function hatch(graph) {
    const svg = graph.querySelector('.main-svg');
    for (const group of graph.querySelectorAll('.choroplethlayer > .trace')) {
      const { trace } = group.__data__[0];
      if (trace.meta !== 'over' && trace.meta !== 'missing') {
        continue;
      }
      const name = `regions-hatch-${trace.meta}`;
      const ground = trace.colorscale[0][1];
      let defs = svg.querySelector('.regions-hatches');
      if (!defs) {
        defs = document.createElementNS(svg.namespaceURI, 'defs');
        defs.setAttribute('class', 'regions-hatches');
        svg.prepend(defs);
      }
      defs.querySelector(`#${name}`)?.remove();
      defs.append(pattern(svg, trace.meta, ground));
      for (const area of group.querySelectorAll('path')) {
        area.style.fill = `url(#${name})`;
      }
    }
  }

  const watched = new WeakSet();
  function watch() {
    const graph = document.querySelector('#wilayah-map .js-plotly-plot');
    if (graph && graph.on && !watched.has(graph)) {
      watched.add(graph);
      graph.on('plotly_afterplot', () => hatch(graph));
      hatch(graph);
    }
  }
  new MutationObserver(watch).observe(document.documentElement, {
    childList: true,
    subtree: true,
  });

  Object.assign(window.dash_clientside.cakupan, {
    // Rows from the server to the table.
    regions(data) {
      const place = document.getElementById('wilayah-table');
      if (data && place) {
        place.table = new Table(place, data);
      }
    },

    // A region of the map to its page.
    visit(click) {
      const code = click?.points?.[0]?.customdata?.[0];
      if (code) {
        go(`/wilayah/${code}`);
      }
    },
  });
})();
