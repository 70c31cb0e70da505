// Components that come anew ask Dash to forget what it noted of them, each in an action of its own,
// and every action is told to every component there is. Those of one moment are told together: on
// a page of 500 components that is most of what happens between its answer and its first chart.
(function () {
  'use strict';

  const FORGET = 'RESET_COMPONENT_STATE';

  // Gathers what this store tells: the state itself changes at once, as ever.
  function gather(store) {
    const { dispatch, subscribe } = store;
    const owed = new Set();
    let gathering = false;

    function pay(listener) {
      if (owed.delete(listener)) {
        listener();
      }
    }

    store.dispatch = function (action) {
      const before = gathering;
      gathering = action?.type === FORGET;
      try {
        return dispatch(action);
      } finally {
        gathering = before;
      }
    };
    store.subscribe = (listener) => subscribe(() => {
      if (!gathering) {
        owed.delete(listener);
        listener();
      } else if (!owed.has(listener)) {
        owed.add(listener);
        queueMicrotask(() => pay(listener));
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
