// The menu of every card: one menu in the shell, opened beside the button that was pressed.
// Whatever is chosen there is done here; only data and origins are asked of the server.
(function () {
  'use strict';

  const SLIDES = 'cakupan-slides';
  const SAID_FOR = 8000;
  let opener = null;
  let silence = 0;

  const menu = () => document.getElementById('shell-card-menu');
  const items = () => [...menu().querySelectorAll('[role=menuitem]:not([hidden])')];
  const told = () => JSON.parse(menu().dataset.words || '{}');

  function fill(text, fields = {}) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => fields[name] ?? whole);
  }

  // Said politely to screen readers, and for a while to eyes.
  function say(text, ...more) {
    const place = document.getElementById('shell-card-said');
    window.clearTimeout(silence);
    place.replaceChildren(text, ...more);
    silence = window.setTimeout(() => place.replaceChildren(), SAID_FOR);
  }

  function cardOf(button) {
    const root = button.closest('.card');
    const box = root.querySelector('.plot:not([hidden])');
    const graph = box && box.querySelector('.js-plotly-plot');
    return {
      name: button.dataset.card,
      root,
      graph: graph && graph.data && graph.data.length ? graph : null,
      empty: Boolean(box && box.dataset.state === 'empty'),
      title: (root.querySelector('.card-head h2') || root.querySelector('h1, h2'))?.innerText || '',
    };
  }

  function offer(card) {
    const fits = {
      wide: card.graph && !card.empty,
      square: card.graph && !card.empty,
      svg: card.graph && !card.empty,
      xlsx: !card.empty,
      csv: !card.empty,
      slide: !card.empty,
      origin: !card.empty,
    };
    for (const item of menu().querySelectorAll('[role=menuitem]')) {
      item.hidden = fits[item.dataset.act] === false || fits[item.dataset.act] === null;
    }
    for (const group of menu().querySelectorAll('[role=group]')) {
      group.hidden = !group.querySelector('[role=menuitem]:not([hidden])');
    }
  }

  // Below the button and within the screen; above it where there is no room below.
  function place(button) {
    const edge = button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = menu();
    const left = Math.max(8, Math.min(edge.right - width, window.innerWidth - width - 8));
    const below = edge.bottom + 4 + height <= window.innerHeight;
    const top = below ? edge.bottom + 4 : Math.max(8, edge.top - 4 - height);
    menu().style.left = `${left + window.scrollX}px`;
    menu().style.top = `${top + window.scrollY}px`;
  }

  function open(button, last) {
    close();
    opener = button;
    offer(cardOf(button));
    button.setAttribute('aria-expanded', 'true');
    menu().dataset.open = 'yes';
    place(button);
    items().at(last ? -1 : 0)?.focus({ preventScroll: true });
  }

  // The focus goes back to where it came from, unless the reader has taken it elsewhere.
  function close(focus) {
    if (!opener) {
      return;
    }
    const button = opener;
    opener = null;
    delete menu().dataset.open;
    button.setAttribute('aria-expanded', 'false');
    if (focus) {
      button.focus({ preventScroll: true });
    }
  }

  function move(step) {
    const all = items();
    const now = all.indexOf(document.activeElement);
    const next = step === 'first' ? 0 : step === 'last' ? -1 : (now + step) % all.length;
    all.at(next)?.focus();
  }

  // A letter leads to the next entry that begins with it.
  function seek(letter) {
    const all = items();
    const now = all.indexOf(document.activeElement);
    const turned = [...all.slice(now + 1), ...all.slice(0, now + 1)];
    turned.find((item) => item.innerText.toLowerCase().startsWith(letter))?.focus();
  }

  const KEYS = { ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' };

  function save(content, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(fill(told().saved, { file: name }));
  }

  function address(path, fields) {
    const query = new URLSearchParams(window.location.search);
    for (const [name, text] of Object.entries(fields)) {
      query.set(name, text);
    }
    return `${path}?${query}`;
  }

  function nameOf(answer) {
    const given = answer.headers.get('Content-Disposition') || '';
    const coded = given.match(/filename\*=UTF-8''([^;]+)/i);
    const plain = given.match(/filename="?([^";]+)/i);
    return coded ? decodeURIComponent(coded[1]) : plain ? plain[1] : 'cakupan';
  }

  async function download(place) {
    let answer;
    try {
      answer = await window.fetch(place);
    } catch {
      say(told().offline);
      return;
    }
    if (answer.ok) {
      save(await answer.blob(), nameOf(answer));
    } else {
      const refused = await answer.json().catch(() => ({}));
      say(refused.message || told().offline);
    }
  }

  async function picture(card, shape) {
    try {
      const { content, name } = await window.cakupanPicture(card, shape, told());
      save(content, name);
    } catch (error) {
      say(told().no_picture);
      throw error;
    }
  }

  async function copy() {
    const text = window.location.href;
    try {
      await window.navigator.clipboard.writeText(text);
      say(told().copied);
    } catch {
      // Without a safe connection browsers know only the old way.
      const field = document.createElement('textarea');
      field.value = text;
      field.className = 'unseen';
      document.body.append(field);
      field.select();
      const done = document.execCommand('copy');
      field.remove();
      say(done ? told().copied : told().not_copied);
    }
  }

  function chosen() {
    try {
      const kept = JSON.parse(window.localStorage.getItem(SLIDES));
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  function slidesLink() {
    const path = menu().dataset.slides;
    if (!path) {
      return [];
    }
    const link = document.createElement('a');
    link.href = path + window.location.search;
    link.textContent = told().open_slides;
    return [' ', link];
  }

  function addToSlides(card) {
    const item = {
      path: window.location.pathname,
      search: window.location.search,
      card: card.name,
      title: '',
      label: card.title,
    };
    const same = (one) => ['path', 'search', 'card'].every((key) => one[key] === item[key]);
    const before = chosen();
    const known = before.some(same);
    const after = known ? before : [...before, item];
    try {
      window.localStorage.setItem(SLIDES, JSON.stringify(after));
    } catch {
      say(told().not_kept);
      return;
    }
    const sentence = known ? told().already : after.length === 1 ? told().added_one : told().added;
    say(fill(sentence, { count: after.length }), ...slidesLink());
  }

  function askOrigin(name) {
    window.dash_clientside.set_props('shell-origin-asked', {
      data: {
        card: name,
        path: window.location.pathname,
        search: window.location.search,
        compact: window.cakupanNarrow.matches,
        at: Date.now(),
      },
    });
  }

  function act(button, what) {
    const card = cardOf(button);
    const about = { halaman: window.location.pathname, kartu: card.name };
    const acts = {
      xlsx: () => download(address('/exports/card.xlsx', about)),
      csv: () => download(address('/exports/card.csv', about)),
      copy,
      slide: () => addToSlides(card),
      origin: () => askOrigin(card.name),
    };
    return what in acts ? acts[what]() : picture(card, what);
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('.card-menu-button');
    const item = event.target.closest('#shell-card-menu [role=menuitem]');
    const origin = event.target.closest('[data-origin]');
    const page = event.target.closest('[data-takes=page]');
    if (button) {
      const again = button === opener;
      close(true);
      if (!again) {
        open(button);
      }
    } else if (item && opener) {
      const from = opener;
      close(true);
      act(from, item.dataset.act);
    } else if (page) {
      download(address('/exports/page.xlsx', { halaman: window.location.pathname }));
    } else if (origin) {
      askOrigin(origin.dataset.origin);
    } else if (!event.target.closest('#shell-card-menu')) {
      close();
    }
  });

  document.addEventListener('keydown', (event) => {
    const button = event.target.closest?.('.card-menu-button');
    if (button && !opener && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
      event.preventDefault();
      open(button, event.key === 'ArrowUp');
    } else if (!opener) {
      return;
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close(true);
    } else if (event.key in KEYS) {
      event.preventDefault();
      move(KEYS[event.key]);
    } else if (event.key.length === 1 && event.key !== ' ') {
      seek(event.key.toLowerCase());
    }
  });

  window.addEventListener('resize', () => close());
})();
