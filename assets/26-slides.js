// The Slide page: the cards chosen on other pages, in their order. The list stands in this browser
// alone; the server is asked what stands on each card now, and draws its small picture.
(function () {
  'use strict';

  const SLIDES = 'cakupan-slides';
  const CARDS = '/slide/kartu';
  const MOST_KNOWN = 200;

  // What the server said of a card, by everything it depends on; drawn again while it is moved.
  const known = new Map();
  let words = {};
  let undone = null;

  const desk = () => document.getElementById('slide-desk');
  const theme = () =>
    document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark' ? 'dark' : 'light';

  function said(name, fields = {}) {
    return (words[name] || '').replace(/\{(\w+)\}/g, (whole, field) => fields[field] ?? whole);
  }

  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in element && key !== 'list') {
        element[key] = value;
      } else {
        element.setAttribute(key, value);
      }
    }
    element.append(...children);
    return element;
  }

  const isItem = (one) =>
    Boolean(one) && typeof one.path === 'string' && typeof one.card === 'string' && one.path.startsWith('/');

  function load() {
    try {
      const kept = JSON.parse(window.localStorage.getItem(SLIDES));
      return Array.isArray(kept) ? kept.filter(isItem) : [];
    } catch {
      return [];
    }
  }

  function save(items) {
    try {
      window.localStorage.setItem(SLIDES, JSON.stringify(items));
    } catch {
      say(said('failed'));
    }
  }

  function say(text, ...more) {
    const place = desk().querySelector('.slide-said');
    place.replaceChildren(text, ...more);
  }

  const keyOf = (item) => JSON.stringify([item.path, item.search || '', item.card, words.language, theme()]);

  const sent = ({ path, search, card, title }) => ({ path, search: search || '', card, title: title || '' });

  async function ask(items) {
    const answer = await window.fetch(CARDS, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        // A title typed by hand changes nothing of the card: what is asked for can be kept.
        items: items.map((item) => ({ ...sent(item), title: '' })),
        language: words.language,
        theme: theme(),
      }),
    });
    if (!answer.ok) {
      throw new Error((await answer.json().catch(() => ({}))).message || said('failed'));
    }
    return (await answer.json()).items;
  }

  // Drawing ------------------------------------------------------------------------------------

  function move(place, step) {
    const items = load();
    const [item] = items.splice(place, 1);
    items.splice(place + step, 0, item);
    save(items);
    draw(() => {
      const row = desk().querySelectorAll('.slide-item')[place + step];
      const wanted = row.querySelector(step < 0 ? '.up' : '.down');
      (wanted.disabled ? row.querySelector(step < 0 ? '.down' : '.up') : wanted).focus();
    });
    say(said('moved', { place: place + step + 1, count: items.length }));
  }

  function keepForUndo(items, sentence) {
    undone = items;
    const again = make('button', { type: 'button', className: 'link-button' }, said('undo'));
    again.addEventListener('click', () => {
      save(undone);
      say('');
      draw(() => desk().querySelector('.slide-item .remove')?.focus());
    });
    say(`${sentence} `, again);
    return again;
  }

  function remove(place) {
    const items = load();
    const before = [...items];
    items.splice(place, 1);
    save(items);
    draw();
    keepForUndo(before, said('removed')).focus();
  }

  function rename(place, text) {
    const items = load();
    items[place] = { ...items[place], title: text.replace(/\s+/g, ' ').trim() };
    save(items);
  }

  function pictureOf(told) {
    if (!told) {
      return make('span', { className: 'slide-picture waiting' });
    }
    if (told.state !== 'shown' || !told.preview) {
      return make('span', { className: 'slide-picture none' }, '–');
    }
    const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(told.preview)}`;
    return make('img', { className: 'slide-picture', src: source, alt: told.alt });
  }

  function button(className, label, text, act, disabled) {
    const made = make('button', {
      type: 'button', className: `quiet-button ${className}`, title: label, disabled: Boolean(disabled),
    }, text);
    made.setAttribute('aria-label', label);
    made.addEventListener('click', act);
    return made;
  }

  function row(item, place, count) {
    const told = known.get(keyOf(item));
    const own = told && told.own_title ? told.own_title : item.label || item.card;
    const title = item.title || own;
    const field = make('textarea', {
      className: 'slide-title', rows: 2, value: item.title || '', placeholder: own, maxLength: 400,
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        field.blur();
      }
    });
    field.setAttribute('aria-label', said('rename', { place: place + 1 }));
    field.addEventListener('change', () => rename(place, field.value));
    const about = told ? [told.page, told.subtitle] : [said('loading')];
    const details = make('p', { className: 'subtitle' }, about.filter(Boolean).join(' · '));
    const notes = [];
    if (told && told.state !== 'shown') {
      notes.push(make('p', { className: 'slide-fault' }, told.state === 'gone' ? told.subtitle : said('empty')));
    }
    if (told && told.sample) {
      notes.push(make('span', { className: 'slide-sample' }, told.sample));
    }
    const open = make('a', { href: item.path + (item.search || '') }, said('open'));
    return make('li', { className: `slide-item ${told ? told.state : 'waiting'}` },
      make('span', { className: 'slide-number' }, String(place + 1)),
      pictureOf(told),
      make('div', { className: 'slide-about' }, field, told && told.state === 'gone' ? '' : details, ...notes,
        make('p', { className: 'slide-links' }, open)),
      make('div', { className: 'slide-acts' },
        button('up', said('up', { title }), '↑', () => move(place, -1), place === 0),
        button('down', said('down', { title }), '↓', () => move(place, 1), place === count - 1),
        button('remove', said('remove', { title }), '✕', () => remove(place))));
  }

  function drawList() {
    const items = load();
    const place = desk().querySelector('.slide-list');
    place.replaceChildren(...items.map((item, at) => row(item, at, items.length)));
    place.hidden = items.length === 0;
    desk().querySelector('.slide-none').hidden = items.length > 0;
    desk().querySelector('.slide-count').textContent = items.length ? said('count', { count: items.length }) : '';
    desk().querySelector('.slide-clear').hidden = items.length === 0;
    window.cakupanSlides.changed?.(items);
  }

  // At once what is known, then what the server says of the rest.
  async function draw(after) {
    drawList();
    after?.();
    const missing = load().filter((item) => !known.has(keyOf(item)));
    if (!missing.length) {
      return;
    }
    try {
      const told = await ask(missing);
      if (known.size > MOST_KNOWN) {
        known.clear();
      }
      missing.forEach((item, place) => known.set(keyOf(item), told[place]));
      const focused = document.activeElement?.closest?.('.slide-item') ? null : document.activeElement;
      drawList();
      focused?.focus?.({ preventScroll: true });
    } catch (error) {
      const again = make('button', { type: 'button', className: 'link-button' }, said('retry'));
      again.addEventListener('click', () => draw());
      say(`${error instanceof TypeError ? said('offline') : error.message} `, again);
    }
  }

  function lay() {
    const clear = make('button', { type: 'button', className: 'link-button slide-clear' }, said('clear'));
    clear.addEventListener('click', () => {
      const before = load();
      save([]);
      draw();
      keepForUndo(before, said('cleared')).focus();
    });
    const none = make('div', { className: 'slide-none' },
      make('h3', {}, said('none_title')), make('p', {}, said('none')));
    const list = make('ol', { className: 'slide-list' });
    list.setAttribute('aria-label', said('list'));
    const status = make('p', { className: 'slide-said' });
    status.setAttribute('role', 'status');
    desk().replaceChildren(
      make('section', { className: 'card slide-order' },
        make('header', { className: 'slide-order-head' },
          make('h2', {}, said('list'), ' ', make('span', { className: 'slide-count' })), clear),
        status, none, list),
      make('aside', { className: 'slide-side' }));
    window.cakupanSlides.panel?.(desk().querySelector('.slide-side'));
  }

  window.addEventListener('storage', (event) => {
    if (event.key === SLIDES && desk() && words.language) {
      draw();
    }
  });

  const missing = (item) => ['gone', 'empty'].includes(known.get(keyOf(item))?.state);

  window.cakupanSlides = {
    load, save, said, make, say, draw, sent, keepForUndo, missing, language: () => words.language,
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.cakupan = window.dash_clientside.cakupan || {};
  window.dash_clientside.cakupan.slides = function (given) {
    if (given && desk()) {
      words = JSON.parse(given);
      lay();
      draw();
    }
  };
})();
