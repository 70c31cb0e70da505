// Components that come anew ask Dash to forget what it noted of them, each in an action of its own,
// and every action is told to every component there is. Those of one moment are told together: on
// a page of 500 components that is most of what happens between its answer and its first chart. What
// Dash notes of its callbacks at work no component waits for: that is told in a task of its own.
(function () {
  'use strict';

  const soon = (work) => window.setTimeout(work);
  const TOGETHER = new Map([
    ['RESET_COMPONENT_STATE', queueMicrotask],
    ['Callbacks.Aggregate', soon],
    ['LOADING', soon],
    ['LOADED', soon],
  ]);

  // Gathers what this store tells: the state itself changes at once, as ever.
  function gather(store) {
    const { dispatch, subscribe } = store;
    // Listeners that have still to be told, and how that is under way.
    const owed = new Map();
    let gathered;

    function pay(listener) {
      if (owed.delete(listener)) {
        listener();
      }
    }

    store.dispatch = function (action) {
      const before = gathered;
      gathered = TOGETHER.get(action?.type);
      try {
        return dispatch(action);
      } finally {
        gathered = before;
      }
    };
    store.subscribe = (listener) => subscribe(() => {
      if (!gathered) {
        owed.delete(listener);
        listener();
      } else if (owed.get(listener) !== gathered) {
        owed.set(listener, gathered);
        gathered(() => pay(listener));
      }
    });
  }

  // Dash leaves its store here as soon as it is made, before anything listens to it.
  let made;
  Object.defineProperty(window, 'store', {
    configurable: true,
    get: () => made,
    set(store) {
      made = store;
      if (store?.subscribe) {
        gather(store);
      }
    },
  });
})();
