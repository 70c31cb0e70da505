// Words and figures need no plotly.js: it is fetched once the page's own program is here, and draws
// what was asked of it meanwhile. Dash takes it for the library from the beginning.
(function () {
  'use strict';

  const ADDRESS = document.querySelector('script[data-charts]').dataset.charts;
  const AGAIN = 3000;
  // How long a chart is drawn without a breath, in milliseconds.
  const LONG = 20;
  const asked = new WeakMap();
  const drawing = new WeakMap();
  const gone = new WeakSet();
  let library = null;
  let draw;
  let erase;
  let arrive;
  // Whose turn it is to be drawn: nobody's before the library is there.
  let turn = new Promise((resolve) => {
    arrive = resolve;
  });

  // A line that breaks is tried again for as long as the page stands open.
  function fetchLibrary() {
    const script = document.createElement('script');
    script.src = ADDRESS;
    script.async = true;
    script.onerror = () => {
      script.remove();
      window.setTimeout(fetchLibrary, AGAIN);
    };
    document.head.append(script);
  }

  // A graph waits for its figure with an empty one. Nothing of that is drawn but its height; whoever
  // listens to the graph is noted until there is one.
  function isBlank(graph, { data, layout }) {
    const seen = drawing.has(graph) || graph.classList.contains('js-plotly-plot');
    return !seen && !data?.length && !layout?.annotations?.length;
  }

  function note(graph) {
    if (!asked.has(graph)) {
      const listeners = [];
      asked.set(graph, listeners);
      graph.on = (name, listener) => listeners.push([name, listener]);
      graph.removeAllListeners = () => listeners.splice(0);
    }
    return Promise.resolve(graph);
  }

  function listen(graph) {
    for (const [name, listener] of asked.get(graph) ?? []) {
      graph.on(name, listener);
    }
    asked.delete(graph);
  }

  const pause = () => new Promise((resolve) => {
    window.setTimeout(resolve);
  });

  // While pictures stand there nobody waits for a graph: what is clicked is heard in between. Below the
  // first sight none is drawn: its picture comes to it first.
  async function breathe() {
    while (window.cakupanSight.covers()) {
      await pause();
    }
    return window.cakupanSight.stands() && pause();
  }

  // A graph below its picture is not seen: it is let breathe while it is drawn, too.
  function letBreathe(graph) {
    if (graph.parentElement?.querySelector(':scope > .sight-chart')) {
      let since = performance.now();
      graph._breathe = () => performance.now() - since > LONG && pause().then(() => {
        since = performance.now();
      });
    }
  }

  function drawNow(graph, figure, rest) {
    const noted = asked.has(graph);
    if (noted) {
      delete graph.on;
      delete graph.removeAllListeners;
    }
    letBreathe(graph);
    const drawn = draw.call(library, graph, figure, ...rest);
    delete graph._breathe;
    if (noted) {
      listen(graph);
    }
    return drawn;
  }

  // One graph after the other. Whoever asks whether a page is ready sees which graphs are not.
  function react(graph, figure, ...rest) {
    // Whoever waits for graphs sees that this one has come. Its room is there before it: nothing moves
    // when it is drawn.
    graph.dataset.asked = 'yes';
    graph.style.minHeight = `${figure.layout?.height ?? 0}px`;
    if (isBlank(graph, figure)) {
      return note(graph);
    }
    gone.delete(graph);
    const drawn = turn.then(breathe).then(() => gone.has(graph) || drawNow(graph, figure, rest));
    turn = drawn.catch(() => {});
    drawing.set(graph, drawn);
    graph.dataset.drawing = 'yes';
    const forget = () => {
      if (drawing.get(graph) === drawn) {
        drawing.delete(graph);
        delete graph.dataset.drawing;
        graph.style.minHeight = '';
        window.cakupanSight.uncover(graph.parentElement ?? graph);
      }
    };
    drawn.then(forget, forget);
    // Dash has a graph drawn again when it is drawn; of one that has left it must not hear.
    return drawn.then((told) => (graph.isConnected ? told : new Promise(() => {})));
  }

  // A graph that leaves the page while it is still being drawn is cleared once it is drawn. Plotly
  // draws in steps, and a step that finds its graph cleared under it fails.
  function purge(graph) {
    gone.add(graph);
    const clear = () => graph.classList.contains('js-plotly-plot') && erase.call(library, graph);
    const drawn = drawing.get(graph);
    if (drawn) {
      drawn.then(clear, clear);
    } else {
      clear();
    }
    return graph;
  }

  // Dash has each graph fitted again as soon as it is drawn: most have their size already.
  function fits(graph) {
    const { width, autosize } = graph._fullLayout ?? {};
    return autosize && graph.layout?.height && Math.abs(width - graph.clientWidth) < 1;
  }

  function refit({ Plots }) {
    const { resize } = Plots;
    // Not under a drawing that is on its way.
    Plots.resize = (graph) => {
      const now = () => (fits(graph) ? Promise.resolve(graph) : resize(graph));
      return drawing.has(graph) ? drawing.get(graph).then(now) : now();
    };
  }

  const meanwhile = { react, purge, Plots: { resize: () => Promise.resolve() } };

  // The library leaves itself here as soon as it has run.
  Object.defineProperty(window, 'Plotly', {
    configurable: true,
    get: () => library ?? meanwhile,
    set(plotly) {
      library = plotly;
      draw = plotly.react;
      erase = plotly.purge;
      Object.assign(plotly, { react, purge });
      refit(plotly);
      arrive();
    },
  });
  fetchLibrary();
})();
