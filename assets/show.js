// The show in the hall. Every slide is fetched and drawn at the start, so that it goes on with the
// network cut. The address keeps the place (#5), so that a reload comes back to the same slide.
(function () {
  'use strict';

  const SLIDES = 'cakupan-slides';
  const CARDS = '/slide/kartu';
  const NARROW = 700;
  const USUAL_HEIGHT = 420;
  const WIDTHS = { least: 640, most: 1500 };
  const MOST_ROWS = 16;
  const COLUMNS = { 1: 1, 2: 2, 3: 3, 4: 2 };
  const AWAKE_FOR = 2200;
  const SWIPE = 50;

  const stage = document.getElementById('show');
  const words = JSON.parse(stage.dataset.words);
  const query = new URLSearchParams(window.location.search);
  const dark = () => document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark';

  let slides = [];
  let place = 0;
  let bar = null;
  let voice = null;
  let sleep = 0;

  const said = (name, fields = {}) =>
    (words[name] || '').replace(/\{(\w+)\}/g, (whole, field) => fields[field] ?? whole);

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

  const home = () => `/slide${window.location.search}`;

  // A show may be given its choices by whoever opens it; else it is of the deck in this browser.
  function chosen() {
    try {
      const kept = JSON.parse(window.localStorage.getItem(SLIDES));
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  async function ask() {
    const items = query.has('ringkasan')
      ? (await (await window.fetch(`/exports/deck/items${window.location.search}`)).json()).items
      : chosen();
    if (!items.length) {
      return [];
    }
    const answer = await window.fetch(CARDS, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        items,
        language: words.language,
        theme: dark() ? 'dark' : 'light',
        compact: window.innerWidth < NARROW,
        large: true,
      }),
    });
    const given = await answer.json();
    if (!answer.ok) {
      throw new Error(given.message);
    }
    return given.items.filter((one) => one.state === 'shown');
  }

  // One slide ----------------------------------------------------------------------------------

  function numbersOf(told) {
    const tiles = told.numbers.map(({ label, text, note }) =>
      make('div', { className: 'show-number' }, make('p', { className: 'label' }, label),
        make('p', { className: 'value' }, text), make('p', { className: 'note' }, note)));
    const grid = make('div', { className: 'show-numbers' }, ...tiles);
    grid.style.setProperty('--columns', String(COLUMNS[tiles.length] || 3));
    return grid;
  }

  function tableOf(told) {
    const cell = (name, text, at) => make(name, { className: told.numeric[at] ? 'number' : '' }, text);
    const rows = told.rows.slice(0, MOST_ROWS);
    const table = make('table', { className: 'show-table' },
      make('thead', {}, make('tr', {}, ...told.head.map((text, at) => cell('th', text, at)))),
      make('tbody', {}, ...rows.map((row) => make('tr', {}, ...row.map((text, at) => cell('td', text, at))))));
    const left = told.rows.length - rows.length;
    const more = left > 0 ? [make('p', { className: 'show-more' }, said('more', { count: left }))] : [];
    return make('div', { className: 'show-sheet' }, table, ...more);
  }

  // What the colours of a map mean, with its regions where they are few.
  function keyOf({ legend, regions }) {
    const swatch = (colour) => {
      const mark = make('i', { className: 'show-swatch' });
      mark.style.backgroundColor = colour;
      return mark;
    };
    const named = regions.map(({ name, text, colour }) =>
      make('li', {}, swatch(colour), make('span', {}, name), make('b', {}, text)));
    const steps = legend.map(({ text, colour }) => make('li', {}, swatch(colour), make('span', {}, text)));
    return make('div', { className: 'show-key' }, make('ul', {}, ...named),
      make('ul', { className: 'muted' }, ...steps));
  }

  function bodyOf(told) {
    const body = make('div', { className: 'show-body' });
    if (told.kind === 'numbers') {
      body.append(numbersOf(told));
    } else if (told.kind === 'table') {
      body.append(tableOf(told));
    } else {
      body.setAttribute('role', 'img');
      body.setAttribute('aria-label', told.alt);
      body.append(make('div', { className: 'show-plot' }));
      if (told.legend) {
        return make('div', { className: 'show-map' }, body, keyOf(told));
      }
    }
    return body;
  }

  function slideOf(told, at, count) {
    const sample = told.sample ? [make('span', { className: 'show-sample' }, told.sample)] : [];
    const slide = make('section', { className: 'show-slide' },
      make('header', {}, make('h1', {}, told.title, ...sample),
        make('p', { className: 'subtitle' }, told.subtitle)),
      bodyOf(told),
      make('footer', { className: 'show-foot' }, make('p', {}, told.caption),
        make('p', { className: 'show-counter' }, said('counter', { place: at + 1, count }))));
    slide.setAttribute('data-off', '');
    slide.setAttribute('aria-hidden', 'true');
    return { told, slide, drawn: false };
  }

  // A figure is drawn at the size it is made for and enlarged whole, so its type grows with it.
  function sizeOf(told, box) {
    const height = told.figure.layout.height || USUAL_HEIGHT;
    const wanted = (height * box.clientWidth) / box.clientHeight;
    const width = Math.round(Math.min(WIDTHS.most, Math.max(Math.min(WIDTHS.least, box.clientWidth), wanted)));
    return { width, height, scale: Math.min(box.clientWidth / width, box.clientHeight / height) };
  }

  async function drawFigure({ told, slide }) {
    const box = slide.querySelector('.show-body');
    const plot = slide.querySelector('.show-plot');
    const { width, height, scale } = sizeOf(told, box);
    const layout = { ...structuredClone(told.figure.layout), width, height, autosize: false };
    const config = { staticPlot: true, displayModeBar: false, locale: words.language, responsive: false };
    await window.Plotly.react(plot, structuredClone(told.figure.data), layout, config);
    plot.style.transform = `scale(${scale})`;
    plot.style.left = `${Math.max(0, (box.clientWidth - width * scale) / 2)}px`;
    plot.style.top = `${Math.max(0, (box.clientHeight - height * scale) / 2)}px`;
  }

  // The largest type at which the whole table stands on the slide.
  function fitTable({ slide }) {
    const box = slide.querySelector('.show-body');
    const sheet = slide.querySelector('.show-sheet');
    let size = Math.min(34, box.clientHeight / 14);
    do {
      sheet.style.fontSize = `${size}px`;
      size -= 1;
    } while (size > 9 && (sheet.scrollHeight > box.clientHeight || sheet.scrollWidth > box.clientWidth));
  }

  async function prepare(one) {
    if (one && !one.drawn) {
      one.drawn = true;
      if (one.told.kind === 'figure') {
        await drawFigure(one);
      } else if (one.told.kind === 'table') {
        fitTable(one);
      }
    }
  }

  // The next one first; each on its own, so that a key is answered in between.
  async function prepareAll() {
    const order = [...slides.slice(place), ...slides.slice(0, place)];
    for (const one of order) {
      await new Promise((done) => window.setTimeout(done, 0));
      await prepare(one);
    }
    stage.dataset.ready = 'all';
  }

  // Going --------------------------------------------------------------------------------------

  function go(wanted) {
    const next = Math.min(slides.length - 1, Math.max(0, wanted));
    const [before, after] = [slides[place], slides[next]];
    before.slide.setAttribute('data-off', '');
    before.slide.setAttribute('aria-hidden', 'true');
    after.slide.removeAttribute('data-off');
    after.slide.removeAttribute('aria-hidden');
    place = next;
    prepare(after);
    window.history.replaceState({}, '', `#${place + 1}`);
    voice.textContent = `${said('counter', { place: place + 1, count: slides.length })}: ${after.told.title}. ${after.told.alt}`;
  }

  function full() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else {
      document.documentElement.requestFullscreen?.().catch(() => {});
    }
  }

  function blank() {
    const shade = stage.querySelector('.show-blank');
    if (shade) {
      shade.remove();
      go(place);
    } else {
      stage.append(make('div', { className: 'show-blank' }));
      voice.textContent = said('blank');
    }
  }

  const leave = () => window.location.assign(home());

  // PageUp and PageDown are what clickers send; some send B or a full stop for a black screen.
  const KEYS = {
    ArrowRight: () => go(place + 1), ArrowDown: () => go(place + 1), PageDown: () => go(place + 1),
    Enter: () => go(place + 1), n: () => go(place + 1),
    ArrowLeft: () => go(place - 1), ArrowUp: () => go(place - 1), PageUp: () => go(place - 1),
    Backspace: () => go(place - 1), p: () => go(place - 1),
    Home: () => go(0), End: () => go(slides.length - 1),
    f: full, b: blank, '.': blank, Escape: leave,
  };

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const onButton = event.target.closest?.('.show-bar') && ['Enter', ' '].includes(event.key);
    const act = event.key === ' '
      ? () => go(place + (event.shiftKey ? -1 : 1))
      : KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || onButton) {
      return;
    }
    event.preventDefault();
    const shade = stage.querySelector('.show-blank');
    if (shade && act !== blank) {
      shade.remove();
      go(place);
    } else {
      act();
    }
  }

  function wake() {
    stage.classList.add('awake');
    window.clearTimeout(sleep);
    sleep = window.setTimeout(() => stage.classList.remove('awake'), AWAKE_FOR);
  }

  function listen() {
    let from = null;
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointermove', wake);
    stage.addEventListener('touchstart', (event) => {
      from = event.touches.length === 1 ? event.touches[0].clientX : null;
      wake();
    }, { passive: true });
    stage.addEventListener('touchend', (event) => {
      const way = from === null ? 0 : event.changedTouches[0].clientX - from;
      if (Math.abs(way) > SWIPE) {
        go(place + (way < 0 ? 1 : -1));
      }
      from = null;
    });
    stage.addEventListener('click', (event) => {
      if (stage.querySelector('.show-blank')) {
        blank();
      } else if (!event.target.closest('.show-bar')) {
        go(place + (event.clientX < window.innerWidth / 3 ? -1 : 1));
      }
    });
    let later = 0;
    window.addEventListener('resize', () => {
      window.clearTimeout(later);
      later = window.setTimeout(() => {
        slides.forEach((one) => { one.drawn = false; });
        prepare(slides[place]).then(prepareAll);
      }, 120);
    });
    window.addEventListener('hashchange', () => go(fromAddress()));
  }

  function button(label, text, act) {
    const made = make('button', { type: 'button', title: label }, text);
    made.setAttribute('aria-label', label);
    made.addEventListener('click', act);
    return made;
  }

  const fromAddress = () => (Number.parseInt(window.location.hash.slice(1), 10) || 1) - 1;

  function note(text) {
    const back = make('a', { href: home() }, said('back'));
    stage.replaceChildren(make('div', { className: 'show-note' }, make('p', {}, text), back));
    stage.classList.add('awake');
    stage.dataset.ready = 'all';
  }

  async function start() {
    let told;
    try {
      told = await ask();
    } catch (error) {
      note(error instanceof TypeError ? said('offline') : error.message);
      return;
    }
    if (!told.length) {
      note(said('none'));
      return;
    }
    slides = told.map((one, at) => slideOf(one, at, told.length));
    voice = make('p', { className: 'unseen' });
    voice.setAttribute('aria-live', 'polite');
    const back = make('a', { href: home(), title: `${said('back')} (Esc)` }, '✕');
    back.setAttribute('aria-label', said('back'));
    bar = make('nav', { className: 'show-bar' }, button(said('previous'), '‹', () => go(place - 1)),
      button(said('next'), '›', () => go(place + 1)), button(`${said('full')} (F)`, '⛶', full), back);
    bar.setAttribute('aria-label', said('keys'));
    stage.replaceChildren(...slides.map((one) => one.slide), bar, voice);
    place = Math.min(slides.length - 1, Math.max(0, fromAddress()));
    go(place);
    listen();
    stage.dataset.ready = 'first';
    await prepare(slides[place]);
    await prepareAll();
    // Where the browser allows it, the screen stays on; where not, the show goes on all the same.
    window.navigator.wakeLock?.request('screen').catch(() => {});
  }

  start();
})();
