// The part of plotly.js that Cakupan draws with. One line a trace type; adding one
// here and rebuilding is all it takes.
const Plotly = require('plotly.js/lib/core');

Plotly.register([
  require('plotly.js/lib/bar'),
  require('plotly.js/lib/scatter'),
  require('plotly.js/lib/pie'),
  require('plotly.js/lib/heatmap'),
  require('plotly.js/lib/choropleth'),
  require('plotly.js/lib/waterfall'),
]);

// dcc.Graph draws with window.Plotly and fetches no bundle of its own when it is set.
window.Plotly = Plotly;
