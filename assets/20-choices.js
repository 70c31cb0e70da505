// The address holds the choices: controls write it, the server reads it, nothing else does.
(function () {
  'use strict';

  const NARROW = window.matchMedia('(max-width: 719px)');
  window.cakupanNarrow = NARROW;
  const REQUEST = 'shell-request';
  const REMEMBERED = 'cakupan-choices';
  const GLOBAL = new Set(['wilayah', 'periode', 'penyebut', 'target', 'bahasa', 'tema', 'rilis']);
  const unchanged = () => window.dash_clientside.no_update;

  let latest = null;
  // What the address said when the latest was asked for.
  let stood = '';
  let changes = 0;

  // Who asks the same asks by the same name: the server can give the same answer to all of them.
  function request(path, search, address = window.location.search) {
    const compact = NARROW.matches;
    stood = address;
    latest = { path, search, compact, key: [changes, compact, path, search].join(' ') };
    setReady(false);
    window.cakupanSight.uncover(document);
    return latest;
  }

  // Every page on the screen says which request it answers; only when all of them answer the latest,
  // with every graph drawn, are they ready.
  function setReady(ready) {
    const main = document.querySelector('main');
    if (main) {
      main.dataset.ready = ready ? 'yes' : 'no';
      main.setAttribute('aria-busy', String(!ready));
    }
  }

  function isAnswered() {
    const told = [...document.querySelectorAll('main [data-answers]')].map((one) => one.dataset.answers);
    const answers = (key) => key === latest?.key || key === 'any';
    // Dash brings what draws a graph a moment after the page.
    const graphs = [...document.querySelectorAll('#react-entry-point .dash-graph')];
    return told.length > 0 && told.every(answers) && graphs.every((one) => one.querySelector('[data-asked]'))
      && !document.querySelector('[data-later]');
  }

  function watch() {
    const answered = isAnswered();
    if (answered) {
      window.cakupanSight.leave();
    }
    if (answered && !document.querySelector('main [data-drawing]')) {
      setReady(true);
    } else {
      window.setTimeout(() => window.requestAnimationFrame(watch), 30);
    }
  }

  function setTheme(dark) {
    const scheme = dark ? 'dark' : 'light';
    document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
    try {
      window.localStorage.setItem('mantine-color-scheme-value', scheme);
    } catch {
      // Without storage the theme still follows the address.
    }
  }

  // The address of an answer: what a reader has noted in it since the answer was asked for stays.
  function withNotes(query) {
    const [before, now, after] = [stood, window.location.search, query].map((text) => new URLSearchParams(text));
    const noted = [...new Set([...before.keys(), ...now.keys()])]
      .filter((name) => before.get(name) !== now.get(name));
    for (const name of noted) {
      if (now.has(name)) {
        after.set(name, now.get(name));
      } else {
        after.delete(name);
      }
    }
    return noted.length ? `?${after}` : query;
  }

  function go(parameters, path = window.location.pathname) {
    window.history.pushState({}, '', `${path}?${parameters}`);
    window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
  }

  // Figures have a narrow form of their own: ask again when the screen passes the border.
  NARROW.addEventListener('change', () => {
    if (latest) {
      window.dash_clientside.set_props(REQUEST, { data: request(latest.path, window.location.search || latest.search) });
      watch();
    }
  });

  // What a page has put into the address since it was last asked for belongs to every choice.
  function withPageChoices(query) {
    const choices = new URLSearchParams(query);
    for (const name of [...choices.keys()].filter((key) => !GLOBAL.has(key))) {
      choices.delete(name);
    }
    for (const [name, text] of new URLSearchParams(window.location.search)) {
      if (!GLOBAL.has(name)) {
        choices.set(name, text);
      }
    }
    return choices;
  }

  // A page opened without choices begins with the last ones, and stays with the release that the
  // page before it was drawn from.
  function opening(remembered) {
    const choices = new URLSearchParams(remembered || '');
    const release = latest ? new URLSearchParams(latest.search).get('rilis') : null;
    if (release) {
      choices.set('rilis', release);
    }
    return choices.size ? `?${choices}` : '';
  }

  // What the address says of a parameter, and what it said when what is shown was asked for.
  // ``place`` is a property of a store of the page: the root of it is called as its ids begin.
  function saidOf(name, place) {
    const root = window.dash_component_api.getLayout(place.split('-')[0]);
    const [, , , asked] = (root?.props['data-answers'] ?? '').split(' ');
    const [then, now] = [asked, window.location.search].map((text) => new URLSearchParams(text).get(name));
    return { then, now };
  }

  // What a control stands at: as it is shown, or as it was set since.
  function held(name, shown, place) {
    const { then, now } = saidOf(name, place);
    return String((then === now ? shown[name] : now) ?? '');
  }

  // What is drawn anew loses the focus: whoever moves a slider by key would have to come back after
  // each step. It is given to what stands in the same place, with every answer that comes in the next
  // seconds, unless it has gone elsewhere.
  let leave = () => {};

  function keepFocus(box, kind) {
    leave();
    const place = [...document.querySelectorAll(`${box} :is(${kind})`)].indexOf(document.activeElement);
    const root = document.querySelector(box)?.closest('article');
    if (place < 0 || !root) {
      return;
    }
    let until = Date.now() + 5000;
    const watch = new MutationObserver(() => {
      if (Date.now() > until) {
        leave();
        return;
      }
      const twin = document.querySelectorAll(`${box} :is(${kind})`)[place];
      if (twin && document.activeElement === document.body) {
        until = Date.now() + 5000;
        twin.focus();
      }
    });
    leave = () => {
      watch.disconnect();
      document.removeEventListener('pointerdown', leave);
    };
    watch.observe(root, { childList: true, subtree: true });
    document.addEventListener('pointerdown', leave);
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.cakupan = {
    // Address to request. An address without choices opens on the last ones.
    ask(path, search, remembered) {
      if (!path) {
        return unchanged();
      }
      const next = request(path, search || opening(remembered), search);
      watch();
      return next;
    },

    // Controls to address. Values the server has just set equal what is shown and change nothing.
    choose(wilayah, periode, penyebut, target, bahasa, dark, shown) {
      if (!shown) {
        return;
      }
      const before = withPageChoices(shown.query);
      const after = withPageChoices(shown.query);
      const tema = dark ? 'gelap' : 'terang';
      const given = { wilayah, periode, penyebut, target, bahasa, tema };
      for (const [name, value] of Object.entries(given)) {
        if (value !== null && value !== undefined) {
          after.set(name, value);
        }
      }
      if (after.toString() === before.toString()) {
        return;
      }
      // What the page itself has noted in the address since it was shown goes along.
      for (const [name, value] of new URLSearchParams(window.location.search)) {
        if (!(name in given)) {
          after.set(name, value);
        }
      }
      const moved = after.get('wilayah') !== before.get('wilayah');
      if (shown.newest && moved) {
        after.delete('periode');
      }
      setTheme(dark);
      // On the page of one region another choice above leads to the page of that region.
      go(after, moved && shown.regional ? `${shown.regional}${wilayah}` : undefined);
    },

    // Controls of a page to address: the one with the id "target-param-tahun" is ?tahun=.
    // The last argument is what the page shows by parameter: a control that the server has just
    // set to it changes nothing. An empty value leaves the address.
    steer(...values) {
      const shown = values.pop();
      const { states, triggered } = window.dash_clientside.callback_context;
      const [stated] = Object.keys(states);
      const after = new URLSearchParams(window.location.search);
      for (const { prop_id: place, value } of triggered) {
        const name = place.split('.')[0].split('-param-')[1];
        const text = value === null || value === undefined ? '' : String(value);
        if (!shown || text === held(name, shown, stated)) {
          continue;
        }
        if (text === '') {
          after.delete(name);
        } else {
          after.set(name, text);
        }
      }
      if (after.toString() !== new URLSearchParams(window.location.search).toString()) {
        go(after);
      }
    },

    // The note of what was pressed, for callbacks/buttons.py; a button that is drawn presses nothing.
    // It is an object of its own each time: the same button may be pressed again.
    press() {
      const { triggered, triggered_id: button } = window.dash_clientside.callback_context;
      return triggered[0]?.value ? { button } : unchanged();
    },

    // A field and a slider for one number: what one of them says the other shows.
    pair(typed, drawn) {
      const { inputs, triggered } = window.dash_clientside.callback_context;
      const still = window.dash_clientside.no_update;
      if (typed === '' || typed === null || Number(typed) === drawn) {
        return [still, still];
      }
      const slide = Object.keys(inputs)[1];
      return triggered[0].prop_id === slide ? [drawn, still] : [still, Number(typed)];
    },

    // Weights of criteria that are data: all of them in one parameter, juri=innovation.40~….
    steerJury(weights, ids, shown) {
      const parts = ids.map((id, place) => `${id.criterion}.${Number(weights[place]) || 0}`);
      const text = parts.join('~');
      const stated = Object.keys(window.dash_clientside.callback_context.states).at(-1);
      if (!shown || text === held('juri', shown, stated)) {
        return;
      }
      const after = new URLSearchParams(window.location.search);
      after.set('juri', text);
      keepFocus('.jury-weights', 'input, [role=slider]');
      go(after);
    },

    // Text fields show what the address says, but nothing is taken from under typing fingers, nor
    // what was chosen since the page was asked for.
    fill(shown) {
      if (!shown) {
        return;
      }
      const { inputs, states } = window.dash_clientside.callback_context;
      const [stated] = Object.keys(inputs);
      for (const [place, value] of Object.entries(states)) {
        const id = place.slice(0, place.lastIndexOf('.'));
        const name = id.split('-param-')[1];
        const { then, now } = saidOf(name, stated);
        const text = String(shown[name] ?? '');
        if (then === now && String(value ?? '') !== text && document.activeElement?.id !== id) {
          window.dash_clientside.set_props(id, { value: text });
        }
      }
    },

    // What is shown to the address, the title and the memory. An answer that comes after the next
    // question must not take that one's address back.
    reflect(shown) {
      if (!shown || (latest && shown.key !== latest.key)) {
        return;
      }
      document.title = shown.title;
      document.documentElement.lang = shown.language;
      setTheme(shown.theme === 'dark');
      // What pictures of this view are called.
      document.querySelector('main').dataset.file = shown.file;
      const query = withNotes(shown.query);
      if (window.location.search !== query) {
        const place = `${window.location.pathname}${query}${window.location.hash}`;
        window.history.replaceState({}, '', place);
      }
      stood = shown.query;
      window.dash_clientside.set_props(REMEMBERED, { data: shown.remember });
    },

    // Something was changed that every page speaks of: ask for this one again, and for the bar.
    renew(changed) {
      if (changed && latest) {
        changes += 1;
        const next = request(latest.path, window.location.search);
        window.dash_clientside.set_props(REQUEST, { data: next });
        watch();
      }
    },

    // The menu on narrow screens: its button opens and closes it, a new page closes it.
    toggle(clicks, path, expanded) {
      const pressed = window.dash_clientside.callback_context.triggered_id === 'shell-menu-button';
      return pressed && expanded !== 'true' ? 'true' : 'false';
    },
  };
})();
