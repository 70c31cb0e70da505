// Two components of Dash were compiled for browsers without generators and ask for this by name.
// Dash would bring it inside a polyfill of 90 KB, of which today's browsers need nothing else.
window.regeneratorRuntime = require('regenerator-runtime');
