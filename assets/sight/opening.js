// What a page says is asked for before its program is there, and shown as soon as it is known. The
// program starts behind it, is given the same answers instead of asking, and takes its place as soon as
// its page stands; pictures stand in for its charts until each is drawn.
(function () {
  'use strict';

  const { build, draw } = window.cakupanSight;
  const { answers: address, layout: rest, callbacks } = document.currentScript.dataset;
  const UPDATE = '_dash-update-component';
  const LAYOUT = '_dash-layout';
  const CALLBACKS = '_dash-dependencies';
  const PAGE = '..shell-page.children';
  // How long the program waits for the first sight, and how long that stands before a program that
  // does not come to an end, in milliseconds.
  const WAIT = 1000;
  const STAYS = 15000;
  const AGAIN = 3000;
  // How long the program runs without a breath, in milliseconds.
  const LONG = 10;
  const fetchNow = window.fetch.bind(window);
  let shown = null;
  let started = false;
  // The page itself stands; and what was asked ahead is of no more use.
  let left = false;
  let over = false;
  let arrived = null;
  // Where something was clicked that does not hear it yet.
  let early = null;
  // Whether the layout that the program was given holds the page of this address.
  let placed = false;

  function remembered() {
    try {
      return JSON.parse(window.localStorage.getItem('cakupan-choices')) || '';
    } catch {
      return '';
    }
  }

  // The request that the program will make: by the address or, without choices there, by the last.
  function request() {
    const path = window.location.pathname;
    const kept = new URLSearchParams(remembered());
    const search = window.location.search || (kept.size ? `?${kept}` : '');
    const compact = window.matchMedia('(max-width: 719px)').matches;
    return { path, search, compact, key: [0, compact, path, search].join(' ') };
  }

  const asked = request();
  const query = new URLSearchParams({ path: asked.path, search: asked.search, compact: asked.compact });
  const body = (response) => (response.ok ? response.json() : Promise.reject(response));
  const layout = fetchNow(rest).then(body);
  const wired = fetchNow(callbacks).then(body);
  const answers = fetchNow(`${address}?${query}`, { headers: { Accept: 'application/json' } }).then(body);
  const known = answers.then((told) => {
    // A copy: what stands in the layout by then is taken out of the answers.
    arrived = structuredClone(told);
    return new Map(arrived.answers.map((one) => [one.output, one]));
  });
  [known, wired].forEach((one) => one.catch(() => {}));

  const json = (data) => new Response(JSON.stringify(data), { headers: { 'Content-Type': 'application/json' } });
  const values = (list) => JSON.stringify((list ?? []).map(({ value }) => value));

  // An answer that came ahead is given once, and to the very question it answers.
  async function ahead({ body: question }) {
    const { output, inputs, state } = JSON.parse(question);
    if (placed && output.startsWith(PAGE) && inputs[0].value === asked.path) {
      return new Response(null, { status: 204 });
    }
    const all = await known;
    const one = all.get(output);
    if (over || !one || values(inputs) !== values(one.inputs) || values(state) !== values(one.state)) {
      return null;
    }
    all.delete(output);
    const says = Object.values(one.answer?.response ?? {}).some((props) => Object.keys(props).length);
    return says ? json(one.answer) : new Response(null, { status: 204 });
  }

  // The props of each component with an id, by it.
  function placesOf(node, found = new Map()) {
    for (const one of [node].flat(Infinity)) {
      if (one?.props) {
        found.set(one.props.id, one.props);
        placesOf(one.props.children, found);
      }
    }
    return found;
  }

  // What of an answer sets nothing off is put into the layout: it is made once, and not made to be
  // changed at once. The answer keeps the rest.
  function fill(node, answer, heard) {
    const places = placesOf(node);
    for (const [id, props] of Object.entries(answer?.response ?? {})) {
      const [loud, still] = [[], []];
      Object.entries(props).forEach((one) => (heard.has(`${id}.${one[0]}`) ? loud : still).push(one));
      if (places.has(id)) {
        Object.assign(places.get(id), Object.fromEntries(still));
        Object.assign(answer.response, { [id]: Object.fromEntries(loud) });
      }
    }
  }

  // A chart has its room before it is there: Dash brings what draws it a moment after the page.
  function makeRoom(places) {
    const rules = [...places.values()].filter(({ figure }) => figure?.layout?.height).map(
      ({ id, figure }) => `#${id}:not(:has(.main-svg)) { min-height: ${Number(figure.layout.height)}px }`,
    );
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules.join(' '));
    document.adoptedStyleSheets.push(sheet);
  }

  // The layout with the page of this address in its place, as it was answered, where that has come.
  async function frame() {
    const filled = structuredClone(await layout);
    if (arrived) {
      const heard = new Set(arrived.heard);
      const isPage = (one) => one.output.startsWith(PAGE);
      const page = arrived.answers.find(isPage);
      placed = Boolean(page);
      // First the page itself: the others fill what stands on it.
      fill(filled, page?.answer, heard);
      arrived.answers.filter((one) => !isPage(one)).forEach((one) => fill(filled, one.answer, heard));
    }
    makeRoom(placesOf(filled));
    return json(filled);
  }

  window.fetch = function (resource, options) {
    const place = String(resource?.url ?? resource);
    const plainly = () => fetchNow(resource, options);
    if (!over && place.endsWith(LAYOUT)) {
      return frame().catch(plainly);
    }
    if (!over && place.endsWith(CALLBACKS)) {
      return wired.then(json).catch(plainly);
    }
    if (!over && place.includes(UPDATE) && options?.body) {
      return ahead(options).catch(() => null).then((response) => response ?? plainly());
    }
    return plainly();
  };

  // By id what each answer says of it.
  function spoken(all) {
    const told = new Map();
    for (const { answer } of all) {
      for (const [id, props] of Object.entries(answer?.response ?? {})) {
        told.set(id, { ...told.get(id), ...props });
      }
    }
    return told;
  }

  const loaded = new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve, { once: true });
  });

  async function styled() {
    await loaded;
    const sheet = document.querySelector('link[rel="stylesheet"]');
    return sheet?.sheet ? sheet : new Promise((resolve) => sheet.addEventListener('load', resolve));
  }

  // A link works by itself. Of all else the living page has the same at the same place.
  function note(click) {
    if (!click.target.closest('a')) {
      click.preventDefault();
      early = { left: click.pageX, top: click.pageY };
    }
  }

  // What was clicked too early is clicked as soon as it hears.
  function makeUp({ left: across, top: down }) {
    const clicked = document.elementFromPoint(across - window.scrollX, down - window.scrollY);
    clicked?.focus({ preventScroll: true });
    clicked?.click();
  }

  async function show() {
    const [still, { answers: all }] = await Promise.all([layout, answers, styled()]);
    const told = spoken(all);
    if (![...told.values()].some((props) => props['data-answers'])) {
      return;
    }
    const { tree, charts: places } = build(still, told);
    if (left) {
      return;
    }
    shown = document.createElement('div');
    shown.id = 'sight';
    shown.append(tree);
    shown.addEventListener('click', note);
    document.body.append(shown);
    document.documentElement.classList.add('at-sight');
    document.title = told.get('shell-shown')?.data?.title ?? document.title;
    // All widths are read before anything is drawn: the page is laid out once.
    const widths = places.map(({ place }) => place.clientWidth);
    places.forEach(({ place, figure }, index) => {
      const picture = widths[index] && figure?.layout ? draw(figure, widths[index]) : null;
      place.style.minHeight = `${figure?.layout?.height ?? 0}px`;
      place.append(picture ?? '');
    });
  }

  // The page itself takes the place. Its charts come later: the pictures stand in for them.
  function leave() {
    left = true;
    if (!shown) {
      return;
    }
    for (const place of shown.querySelectorAll('.dash-graph')) {
      const picture = place.querySelector('.sight-chart');
      const graph = document.getElementById(place.dataset.graph);
      if (picture && graph?.clientWidth === place.clientWidth && !graph.querySelector('.main-svg')) {
        graph.append(picture);
      }
    }
    shown.remove();
    shown = null;
    document.documentElement.classList.remove('at-sight');
    if (early) {
      makeUp(early);
    }
  }

  function forget() {
    over = true;
    early = null;
    leave();
  }

  // A chart that is drawn, or one that is to be another, needs its picture no more.
  function uncover(place) {
    place.querySelectorAll('#react-entry-point .sight-chart').forEach((picture) => picture.remove());
  }

  // The program, which has its parts run. A line that breaks is tried again for as long as the page
  // stands open.
  function fetchProgram() {
    const [program] = document.getElementById('program').content.cloneNode(true).children;
    program.onerror = () => {
      program.remove();
      window.setTimeout(fetchProgram, AGAIN);
    };
    document.body.append(program);
  }

  // Parts of the program, with a breath in between for what is clicked; then what begins it.
  function run(parts) {
    const since = performance.now();
    while (parts.length && performance.now() - since < LONG) {
      parts.shift()();
    }
    if (parts.length) {
      window.setTimeout(run, 0, parts);
      return;
    }
    document.body.append(document.getElementById('program').content.lastElementChild.cloneNode(true));
    window.setTimeout(forget, STAYS);
  }

  function start() {
    if (!started) {
      started = true;
      fetchProgram();
    }
  }

  const painted = () => new Promise((resolve) => {
    window.requestAnimationFrame(() => window.setTimeout(resolve));
  });
  const nothing = () => {};

  show().then(painted).catch(nothing).then(() => loaded).then(start);
  loaded.then(() => window.setTimeout(start, WAIT));
  for (const moved of ['popstate', '_dashprivate_pushstate']) {
    window.addEventListener(moved, forget, { once: true });
  }
  const covers = () => Boolean(shown);
  const stands = () => covers() || Boolean(document.querySelector('.sight-chart'));

  window.cakupanSight = { leave, uncover, covers, stands, run };
})();
