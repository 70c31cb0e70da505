// Stands for what plotly.js brings and Cakupan never asks for: names of countries in all languages,
// for maps by country name, and projections of the globe beyond those of d3-geo. Our maps bring
// their own shapes and lie flat.
module.exports = { COUNTRIES: [], createLookup: () => ({ lookupAlpha3: () => undefined }) };
