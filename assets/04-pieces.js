// The first page is a long moment's work for React. While the first sight stands over it, its parts are
// made each in a task of its own, so that what is clicked meanwhile is heard; then it is there whole.
(function () {
  'use strict';

  const { React, ReactDOM } = window;
  const PARTS = {
    dash_html_components: ['Header', 'Aside', 'Article', 'Section'],
    dash_mantine_components: ['Select'],
  };
  const waiting = [];

  function next() {
    // Parts of this one are last in the row by then.
    ReactDOM.flushSync(() => waiting[0](true));
    waiting.shift();
    if (waiting.length) {
      window.setTimeout(next);
    }
  }

  function wait(come) {
    waiting.push(come);
    if (waiting.length === 1) {
      window.setTimeout(next);
    }
  }

  // The same part; until its turn has come there is an empty one in its place.
  function inItsTurn(part) {
    function Piece(props) {
      const [there, come] = React.useState(() => !window.cakupanSight.covers());
      React.useEffect(() => (there ? undefined : wait(come)), []);
      return React.createElement(...(there ? [part, props] : ['div', { 'data-later': '' }]));
    }
    return Object.assign(Piece, part);
  }

  for (const [library, kinds] of Object.entries(PARTS)) {
    const pieces = kinds.map((kind) => [kind, inItsTurn(window[library][kind])]);
    window[library] = { ...window[library], ...Object.fromEntries(pieces) };
  }
})();
