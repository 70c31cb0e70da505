// What a redraw of the page may not take away: the focus, and what the reader has unfolded.
(function () {
  'use strict';

  const unfolded = new Map();
  let focused = null;

  document.addEventListener('focusin', (event) => {
    focused = event.target.id ? event.target : null;
  });
  // The event does not bubble, but it can be caught on its way down.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target.dataset?.unfolds) {
        unfolded.set(target.dataset.unfolds, target.open);
      }
    },
    true,
  );

  function steady() {
    for (const details of document.querySelectorAll('details[data-unfolds]')) {
      const open = unfolded.get(details.dataset.unfolds);
      if (open !== undefined && details.open !== open) {
        details.open = open;
      }
    }
    if (focused && !focused.isConnected && document.activeElement === document.body) {
      document.getElementById(focused.id)?.focus({ preventScroll: true });
    }
  }

  new MutationObserver(steady).observe(document.documentElement, {
    childList: true,
    subtree: true,
  });
})();
