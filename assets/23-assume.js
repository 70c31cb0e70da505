// What a reader assumes on the Target page: controls write the address in place, and only what
// depends on them is asked for again. A control is named target-type-param-tahun for ?tahun=.
(function () {
  'use strict';

  const PARAMETER = '-param-';
  // Waited for more of the same movement before the server is asked, in milliseconds.
  const PAUSE = 40;
  // From one question to the next while a slider is drawn along.
  const APART = 120;
  let waiting = 0;
  let asked = 0;

  function held(name, stated) {
    const address = new URLSearchParams(window.location.search);
    return address.has(name) ? address.get(name) : String(stated[name] ?? '');
  }

  function write(name, text, stated) {
    const address = new URLSearchParams(window.location.search);
    if (text === String(stated[name] ?? '')) {
      address.delete(name);
    } else {
      address.set(name, text);
    }
    const place = `${window.location.pathname}?${address}${window.location.hash}`;
    window.history.replaceState(window.history.state, '', place);
  }

  // The field shows what the slider says, and the other way round.
  function follow(id, name, value) {
    for (const kind of ['type', 'slide']) {
      const twin = `target-${kind}${PARAMETER}${name}`;
      if (twin !== id && document.getElementById(twin)) {
        window.dash_clientside.set_props(twin, { value });
      }
    }
  }

  // In whichever of its parts: of a slider it is what is drawn.
  function hasFocus(id) {
    return document.getElementById(id)?.contains(document.activeElement) ?? false;
  }

  function askSoon() {
    window.clearTimeout(waiting);
    const left = asked + APART - Date.now();
    waiting = window.setTimeout(() => {
      asked = Date.now();
      window.dash_clientside.set_props('target-asked', { data: window.location.search });
    }, Math.max(PAUSE, left));
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.cakupan = window.dash_clientside.cakupan || {};
  Object.assign(window.dash_clientside.cakupan, {
    // The last value is what holds where the address names no parameter. An empty field is one
    // that is being typed in, but for the one whose start is empty.
    assume(...values) {
      const stated = values.pop();
      for (const { prop_id: place, value } of window.dash_clientside.callback_context.triggered) {
        const [id] = place.split('.');
        const [, name] = id.split(PARAMETER);
        const text = value === null || value === undefined ? '' : String(value);
        if (!stated || text === held(name, stated) || (text === '' && stated[name] !== '')) {
          continue;
        }
        write(name, text, stated);
        follow(id, name, value);
        askSoon();
      }
    },

    // Controls show what the page was drawn for. Nothing is taken from under typing fingers, nor
    // what was assumed since the page was asked for.
    settle(shown) {
      if (!shown) {
        return;
      }
      const address = new URLSearchParams(window.location.search);
      for (const [place, value] of Object.entries(window.dash_clientside.callback_context.states)) {
        const id = place.slice(0, place.lastIndexOf('.'));
        const { text, address: asked } = shown[id.split(PARAMETER)[1]];
        const moved = (address.get(id.split(PARAMETER)[1]) ?? '') !== asked;
        if (!moved && String(value ?? '') !== text && !hasFocus(id)) {
          window.dash_clientside.set_props(id, { value: text === '' ? '' : Number(text) });
        }
      }
    },

    // Everything assumed is let go of: the page is asked for again as it starts.
    unassume(clicks, stated) {
      if (!clicks || !stated) {
        return;
      }
      const address = new URLSearchParams(window.location.search);
      Object.keys(stated).forEach((name) => address.delete(name));
      window.history.pushState({}, '', `${window.location.pathname}?${address}`);
      window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
    },
  });
})();
