// Figures for paper: a drawn page keeps a picture of each of its figures, laid out anew for the
// width it is printed at. They are made ahead, because a browser does not wait for them to print.
(function () {
  'use strict';

  // Pixels across and down by the card's name; without a height the figure keeps its own.
  const SIZES = {
    hero: [560],
    trend: [450, 250],
    peers: [680],
    segments: [450],
    course: [450, 180],
  };
  const later = window.requestIdleCallback || ((work) => window.setTimeout(work, 200));
  let made = '';

  // Where the parts of a region are listed too, the trend makes room for them.
  function size(name, graph) {
    const [width, height] = SIZES[name];
    const crowded = name === 'trend' && document.querySelector('.region-parts:not([hidden])');
    return { width, height: crowded ? 195 : height || graph._fullLayout.height };
  }

  async function draw(place) {
    const box = place.parentElement.querySelector('.plot');
    const graph = box && !box.hidden ? box.querySelector('.js-plotly-plot') : null;
    if (!graph || !graph.data || !graph.data.length) {
      place.replaceChildren();
      return;
    }
    const asked = size(place.dataset.paper, graph);
    const layout = { ...graph.layout, ...asked, autosize: false };
    const picture = new Image();
    picture.alt = box.getAttribute('aria-label') || '';
    picture.src = await window.Plotly.toImage(
      { data: graph.data, layout },
      { format: 'svg', ...asked },
    );
    place.replaceChildren(picture);
  }

  async function drawAll(page) {
    const key = page.dataset.answers;
    const places = [...page.querySelectorAll('.on-paper[data-paper]')];
    await Promise.all(places.filter((place) => place.dataset.paper in SIZES).map(draw));
    if (page.dataset.answers === key) {
      page.dataset.paper = 'ready';
    }
  }

  function watch() {
    const ready = document.querySelector('main[data-ready="yes"]');
    const page = ready && ready.querySelector('.daerah[data-answers]');
    if (page && page.dataset.answers !== made) {
      made = page.dataset.answers;
      delete page.dataset.paper;
      later(() => drawAll(page));
    }
  }

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-prints]')) {
      window.print();
    }
  });

  new MutationObserver(watch).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-ready', 'data-answers'],
    subtree: true,
  });
})();
