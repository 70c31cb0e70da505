// Figures for paper: every card keeps a picture of its figure, laid out anew for the width it is
// printed at. Pictures are made ahead, because a browser does not wait for them to print, and again
// whenever the figure changes.
(function () {
  'use strict';

  // Pixels across, and down where the figure's own height does not fit, by the card's name; on the
  // one sheet of a region first.
  const PROFILE = {
    hero: [560],
    trend: [450, 250],
    peers: [680],
    segments: [450],
    course: [450, 180],
  };
  const WIDTHS = { hero: 620, map: 1100 };
  const WIDTH = 880;
  // Waited after the last change of a figure, in milliseconds.
  const PAUSE = 500;
  const later = window.requestIdleCallback || ((work) => window.setTimeout(work, 200));
  const followed = new WeakSet();
  const waiting = new Set();
  let timer = 0;

  const boxOf = (place) => place.closest('.card, .hero-way')?.querySelector('.plot');
  const graphIn = (box) => (box && !box.hidden ? box.querySelector('.js-plotly-plot') : null);

  // Where the parts of a region are listed too, the trend makes room for them.
  function size(place, graph) {
    const name = place.dataset.paper;
    const natural = graph._fullLayout.height;
    if (!place.closest('.daerah')) {
      return [WIDTHS[name] || WIDTH, natural];
    }
    const [width, height] = PROFILE[name] || [450];
    const crowded = name === 'trend' && document.querySelector('.region-parts:not([hidden])');
    return [width, crowded ? 195 : height || natural];
  }

  async function draw(place) {
    const box = boxOf(place);
    const graph = graphIn(box);
    if (!graph || !graph.data || !graph.data.length) {
      place.replaceChildren();
      return;
    }
    const svg = await window.cakupanFigure(graph, ...size(place, graph));
    const picture = new Image();
    picture.alt = box.getAttribute('aria-label') || '';
    picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
    place.replaceChildren(picture);
  }

  // One after the other, each in a moment when nothing else is done.
  function work() {
    const [place] = waiting;
    if (!place) {
      document.querySelectorAll('main [data-answers]').forEach((page) => {
        page.dataset.paper = 'ready';
      });
      return;
    }
    waiting.delete(place);
    const next = () => later(work);
    if (place.isConnected) {
      draw(place).then(next, next);
    } else {
      next();
    }
  }

  function ask(place) {
    waiting.add(place);
    window.clearTimeout(timer);
    timer = window.setTimeout(() => later(work), PAUSE);
  }

  function watch() {
    if (!document.querySelector('main[data-ready="yes"]')) {
      return;
    }
    for (const place of document.querySelectorAll('main .on-paper[data-paper]')) {
      const graph = graphIn(boxOf(place));
      if (graph && graph.on && !followed.has(graph)) {
        followed.add(graph);
        graph.on('plotly_afterplot', () => ask(place));
        ask(place);
      } else if (!graph && place.firstChild) {
        ask(place);
      }
    }
  }

  // A button prints the page, or the dossiers alone: all of them unfolded, while it prints.
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-prints]');
    if (!button) {
      return;
    }
    const folded = [];
    if (button.dataset.prints !== 'page') {
      document.documentElement.dataset.printing = button.dataset.prints;
      folded.push(...document.querySelectorAll('main details.dossier:not([open])'));
    }
    const show = (open) => folded.forEach((details) => (details.open = open));
    window.addEventListener(
      'afterprint',
      () => {
        show(false);
        delete document.documentElement.dataset.printing;
      },
      { once: true },
    );
    show(true);
    window.print();
  });

  new MutationObserver(watch).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-ready', 'data-answers'],
    subtree: true,
  });
})();
