// A field for a number says a moment late what it was given, as if it had been typed. By then the
// slider beside it may stand elsewhere: what nobody did to a field, it does not say.
(function () {
  'use strict';

  const { React, dash_mantine_components: choices } = window;
  const Field = choices.NumberInput;
  const touched = new Map();
  let moment = 0;

  function touch({ target }) {
    const field = target.closest?.('.mantine-NumberInput-root')?.querySelector('input');
    if (field) {
      moment += 1;
      touched.set(field.id, moment);
    }
  }

  // All that changes a field: keys, typing or pasting, and its buttons.
  for (const kind of ['keydown', 'input', 'pointerdown']) {
    document.addEventListener(kind, touch, true);
  }

  function NumberInput(props) {
    const { id, value, setProps } = props;
    const [turn, setTurn] = React.useState(0);
    // What is known, and when it was given from outside.
    const known = React.useRef({ value, given: moment });
    if (known.current.value !== value) {
      known.current = { value, given: moment };
    }

    function say(change) {
      if (!('value' in change)) {
        setProps(change);
      } else if ((touched.get(id) ?? 0) > known.current.given) {
        known.current.value = change.value;
        setProps(change);
      } else if (change.value !== known.current.value) {
        // It shows what it was given before: made anew, it shows what it was given last.
        setTurn((before) => before + 1);
      }
    }

    return React.createElement(Field, { ...props, key: turn, setProps: say });
  }

  window.dash_mantine_components = { ...choices, NumberInput: Object.assign(NumberInput, Field) };
})();
