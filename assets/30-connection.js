// Says when the application no longer answers, and takes it back when it does.
(function () {
  'use strict';

  const send = window.fetch;

  function show(lost) {
    const notice = document.getElementById('shell-disconnected');
    if (notice) {
      notice.hidden = !lost;
    }
  }

  window.fetch = async function (resource, ...rest) {
    const address = String(resource instanceof Request ? resource.url : resource);
    if (!address.includes('_dash-update-component')) {
      return send.call(this, resource, ...rest);
    }
    try {
      const answer = await send.call(this, resource, ...rest);
      show(answer.status >= 500);
      if (answer.status === 401) {
        // The session is over: after logging in the same page comes back.
        const here = window.location.pathname + window.location.search;
        window.location.assign('/masuk?ke=' + encodeURIComponent(here));
      }
      return answer;
    } catch (error) {
      // A request given up for a newer one is no lost connection.
      show(error.name !== 'AbortError');
      throw error;
    }
  };
})();
