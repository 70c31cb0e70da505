// Before anything is drawn: the theme and language of the address, or of the last visit.
(function () {
  'use strict';

  let query = window.location.search;
  try {
    query = query || JSON.parse(window.localStorage.getItem('cakupan-choices')) || '';
  } catch {
    // No storage, or something else stands in it: the page opens as on a first visit.
  }
  const choices = new URLSearchParams(query);
  const scheme = choices.get('tema') === 'gelap' ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
  document.documentElement.lang = choices.get('bahasa') === 'en' ? 'en' : 'id';
  try {
    window.localStorage.setItem('mantine-color-scheme-value', scheme);
  } catch {
    // The attribute alone will do.
  }
})();
