// A graph that leaves the page while it is still being drawn is cleared once it is drawn. Plotly
// draws in steps, and a step that finds its graph cleared under it fails.
(function () {
  'use strict';

  const { Plotly } = window;
  const { newPlot, react, purge } = Plotly;
  const drawn = new WeakMap();

  function followed(draw) {
    return function (graph, ...rest) {
      const drawing = draw.call(Plotly, graph, ...rest);
      drawn.set(graph, drawing);
      const forget = () => drawn.get(graph) === drawing && drawn.delete(graph);
      drawing.then(forget, forget);
      return drawing;
    };
  }

  Plotly.newPlot = followed(newPlot);
  Plotly.react = followed(react);
  Plotly.purge = function (graph) {
    const clear = () => purge.call(Plotly, graph);
    const drawing = drawn.get(graph);
    if (drawing) {
      drawing.then(clear, clear);
    } else {
      clear();
    }
    return graph;
  };
})();
