// Regions are found by every word of their names and spellings, in any order.
(function () {
  'use strict';

  const functions = (window.dashMantineFunctions = window.dashMantineFunctions || {});

  function fold(text) {
    return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  }

  functions.findRegions = ({ options, search, limit }) => {
    const wanted = fold(search || '').split(/\s+/).filter(Boolean);
    const found = options.filter((option) => {
      const text = fold(`${option.label} ${option.value} ${option.search || ''}`);
      return wanted.every((word) => text.includes(word));
    });
    return found.slice(0, limit || found.length);
  };
})();
