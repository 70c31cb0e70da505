// The first page is a long moment's work for React. While the first sight stands over it, its parts are
// made each in a task of its own, so that what is clicked meanwhile is heard; then it is there whole.
(function () {
  'use strict';

  const { React, ReactDOM } = window;
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

  // Dash hands a component what was known when its parent was drawn. Answers that came since then are
  // in its store: what is made late is made of that.
  function asKnownNow(children) {
    const { layout } = window.store.getState();
    const renew = (child) => {
      const place = child?.props?.componentPath;
      const known = place?.reduce((found, step) => found?.[step], layout);
      return known ? React.cloneElement(child, { _passedComponent: known }) : child;
    };
    return Array.isArray(children) ? children.map(renew) : renew(children);
  }

  // The same part; until its turn has come there is an empty one in its place.
  function inItsTurn(part) {
    function Piece(props) {
      const [there, come] = React.useState(() => !window.cakupanSight.covers());
      const late = React.useRef(!there);
      React.useEffect(() => (there ? undefined : wait(come)), []);
      if (!there) {
        return React.createElement('div', { 'data-later': '' });
      }
      const known = late.current ? { ...props, children: asKnownNow(props.children) } : props;
      late.current = false;
      return React.createElement(part, known);
    }
    return Object.assign(Piece, part);
  }

  function inPieces(library, kinds) {
    return { ...library, ...Object.fromEntries(kinds.map((kind) => [kind, inItsTurn(library[kind])])) };
  }

  const { dash_html_components: elements, dash_mantine_components: choices } = window;
  window.dash_html_components = inPieces(elements, ['Header', 'Aside', 'Article', 'Section']);
  window.dash_mantine_components = inPieces(choices, ['Select']);
})();
