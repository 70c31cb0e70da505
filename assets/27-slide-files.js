// What becomes of the deck on the Slide page: files, a template, a press text, a show, and the
// renewal of a deck that was taken away earlier.
(function () {
  'use strict';

  const DECK = 'cakupan-deck';
  const { load, save, said, make, say, draw, sent, keepForUndo, language, missing } = window.cakupanSlides;
  const JSON_TYPE = { 'Content-Type': 'application/json' };

  function settings() {
    try {
      const kept = JSON.parse(window.localStorage.getItem(DECK));
      return { name: '', language: '', template: '', ...(kept && typeof kept === 'object' ? kept : {}) };
    } catch {
      return { name: '', language: '', template: '' };
    }
  }

  function keep(changed) {
    try {
      window.localStorage.setItem(DECK, JSON.stringify({ ...settings(), ...changed }));
    } catch {
      say(said('failed'));
    }
  }

  function deck() {
    const { name, language: chosen, template } = settings();
    // What is gone or empty has no slide; the list says so.
    const items = load().filter((item) => !missing(item)).map(sent);
    return { items, name, template, language: chosen || language() };
  }

  function nameOf(answer, otherwise) {
    const given = answer.headers.get('Content-Disposition') || '';
    const coded = given.match(/filename\*=UTF-8''([^;]+)/i);
    const plain = given.match(/filename="?([^";]+)/i);
    return coded ? decodeURIComponent(coded[1]) : plain ? plain[1] : otherwise;
  }

  function saveFile(content, name) {
    const link = make('a', { href: URL.createObjectURL(content), download: name });
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(said('saved', { file: name }));
  }

  // An answer that is all right; else the sentence of the server is said, and null is given.
  async function answered(address, options) {
    try {
      const answer = await window.fetch(address, options);
      if (answer.ok) {
        return answer;
      }
      const { message, missing } = await answer.json().catch(() => ({}));
      say([message || said('failed'), ...(missing || [])].join(' '));
    } catch {
      say(said('offline'));
    }
    return null;
  }

  // What may be offered; without the server there is nothing to offer.
  async function listed(address, name) {
    try {
      return (await (await window.fetch(address)).json())[name] || [];
    } catch {
      return [];
    }
  }

  async function busy(button, act) {
    button.disabled = true;
    button.setAttribute('aria-busy', 'true');
    try {
      await act();
    } finally {
      button.disabled = false;
      button.removeAttribute('aria-busy');
      window.cakupanSlides.changed(load());
    }
  }

  function action(className, text, act) {
    const made = make('button', { type: 'button', className }, text);
    made.addEventListener('click', () => busy(made, act));
    return made;
  }

  function file(kind) {
    return async () => {
      say(said('making'));
      const body = JSON.stringify(deck());
      const answer = await answered(`/exports/deck.${kind}`, { method: 'POST', headers: JSON_TYPE, body });
      if (answer) {
        saveFile(await answer.blob(), nameOf(answer, `slide.${kind}`));
      }
    };
  }

  function field(label, control) {
    return make('label', { className: 'slide-field' }, make('span', {}, label), control);
  }

  function choice(options, chosen, act) {
    const made = make('select', {});
    for (const [value, text] of options) {
      made.append(make('option', { value, selected: value === chosen }, text));
    }
    made.addEventListener('change', () => act(made.value));
    return made;
  }

  function picker(label, accept, act) {
    const input = make('input', { type: 'file', accept, className: 'unseen', tabIndex: -1 });
    input.setAttribute('aria-hidden', 'true');
    const made = make('button', { type: 'button', className: 'quiet-button' }, label);
    made.addEventListener('click', () => input.click());
    input.addEventListener('change', async () => {
      const [chosen] = input.files;
      if (chosen) {
        await busy(made, () => act(chosen));
      }
      input.value = '';
    });
    return [made, input];
  }

  // Release -----------------------------------------------------------------------------------

  const releaseOf = (item) => new URLSearchParams(item.search || '').get('rilis') || '';

  function withRelease(item, release) {
    const query = new URLSearchParams(item.search || '');
    query.delete('rilis');
    if (release) {
      query.set('rilis', release);
    }
    return { ...item, search: `?${query}` };
  }

  async function fillReleases(place) {
    const found = await listed('/api/v1/releases?limit=100', 'data');
    const used = [...new Set(load().map(releaseOf))];
    if (!found.length && used.every((one) => !one)) {
      place.replaceChildren();
      return;
    }
    const ids = [...new Set([...found.map((one) => one.release_id), ...used.filter(Boolean)])];
    const options = [['', said('running')], ...ids.map((id) => [id, id])];
    if (used.length > 1) {
      options.unshift(['*', said('mixed')]);
    }
    const chosen = used.length > 1 ? '*' : used[0] || '';
    const select = choice(options, chosen, (release) => {
      if (release !== '*') {
        save(load().map((item) => withRelease(item, release)));
        draw();
        say(said('release_set', { release: release || said('running') }));
        fillReleases(place);
      }
    });
    place.replaceChildren(field(said('release'), select));
  }

  // Template ----------------------------------------------------------------------------------

  async function fillTemplates(place) {
    const found = await listed('/exports/templates', 'templates');
    const chosen = found.some((one) => one.id === settings().template) ? settings().template : '';
    keep({ template: chosen });
    const options = [['', said('no_template')], ...found.map((one) => [one.id, one.name])];
    const select = choice(options, chosen, (template) => {
      keep({ template });
      fillTemplates(place);
    });
    const add = picker(said('template_add'), '.pptx,.potx', async (given) => {
      const form = new FormData();
      form.append('file', given);
      const sentForm = await answered('/exports/templates', { method: 'POST', body: form });
      if (sentForm) {
        const added = (await sentForm.json()).template;
        keep({ template: added.id });
        say(said('template_added', { name: added.name }));
        await fillTemplates(place);
      }
    });
    const acts = make('p', { className: 'slide-links' }, ...add);
    if (chosen) {
      acts.append(action('link-button', said('template_remove'), async () => {
        if (await answered(`/exports/templates/${encodeURIComponent(chosen)}`, { method: 'DELETE' })) {
          keep({ template: '' });
          say(said('template_removed'));
          await fillTemplates(place);
        }
      }));
    }
    place.replaceChildren(field(said('template'), select), acts);
  }

  // Press text --------------------------------------------------------------------------------

  async function pressText() {
    const answer = await answered(`/exports/press.txt${window.location.search}`);
    return answer ? { text: await answer.text(), name: nameOf(answer, 'press.txt') } : null;
  }

  async function copy(text, place) {
    try {
      await window.navigator.clipboard.writeText(text);
      say(said('copied'));
    } catch {
      place.textContent = text;
      place.hidden = false;
      window.getSelection().selectAllChildren(place);
      say(said('not_copied'));
    }
  }

  function press() {
    const shown = make('pre', { className: 'press-text', hidden: true, tabIndex: 0 });
    shown.setAttribute('aria-label', said('press'));
    const taken = (act) => async () => {
      const found = await pressText();
      if (found) {
        await act(found);
      }
    };
    return make('section', { className: 'card' }, make('h2', {}, said('press')),
      make('p', { className: 'subtitle' }, said('press_what')),
      make('p', { className: 'slide-links' },
        action('quiet-button', said('press_show'), taken(({ text }) => {
          shown.textContent = text;
          shown.hidden = false;
        })),
        action('quiet-button', said('press_copy'), taken(({ text }) => copy(text, shown))),
        action('quiet-button', said('press_file'), taken(({ text, name }) =>
          saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), name)))),
      shown);
  }

  // Summary and renewal -----------------------------------------------------------------------

  async function summary() {
    const answer = await answered(`/exports/deck/items${window.location.search}`);
    if (!answer) {
      return;
    }
    const before = load();
    const same = (one, other) => ['path', 'search', 'card'].every((key) => one[key] === other[key]);
    const given = (await answer.json()).items;
    const added = given.filter((item) => !before.some((one) => same(one, item)));
    save([...before, ...added]);
    draw();
    keepForUndo(before, said('summary_done', { count: added.length }));
  }

  function renewal() {
    const told = make('ul', { className: 'slide-changes' });
    const pick = picker(said('refresh_pick'), '.pptx', async (given) => {
      say(said('making'));
      const form = new FormData();
      form.append('file', given);
      form.append('rilis', new URLSearchParams(window.location.search).get('rilis') || '');
      const answer = await answered('/exports/deck/refresh', { method: 'POST', body: form });
      if (answer) {
        await renewed(answer, told);
      }
    });
    return make('section', { className: 'card' }, make('h2', {}, said('refresh')),
      make('p', { className: 'subtitle' }, said('refresh_what')), make('p', { className: 'slide-links' }, ...pick), told);
  }

  // A line a slide that changed, old → new; what was left as it was is not told.
  function changeOf({ number, title, problem, changes }) {
    const values = changes.map((one) => make('li', {}, `${one.what}: ${one.old} → ${one.new}`));
    const line = make('li', {}, make('b', {}, `${number}. ${title}`), problem ? ` ${problem}` : '');
    if (values.length) {
      line.append(make('ul', {}, ...values));
    }
    return line;
  }

  async function renewed(answer, told) {
    const { name, file: content, changed, slides } = await answer.json();
    const bytes = Uint8Array.from(window.atob(content), (letter) => letter.charCodeAt(0));
    saveFile(new Blob([bytes]), name);
    const worth = slides.filter((one) => one.problem || one.changes.length);
    told.replaceChildren(...worth.map(changeOf));
    say(changed ? said('refresh_done', { count: changed }) : said('refresh_same'));
  }

  function panel(place) {
    const name = make('input', { type: 'text', value: settings().name, maxLength: 200 });
    name.addEventListener('change', () => keep({ name: name.value.trim() }));
    const languages = [['id', said('indonesian')], ['en', said('english')]];
    const chosen = settings().language || language();
    const template = make('div', {});
    const release = make('div', { className: 'slide-release' });
    const show = make('a', { className: 'button slide-show', href: '/presentasi' }, said('show'));
    const needs = [
      action('button slide-pptx', said('pptx'), file('pptx')),
      action('quiet-button', said('xlsx'), file('xlsx')),
    ];
    const direct = action('link-button', said('summary_file'), async () => {
      say(said('making'));
      const query = new URLSearchParams(window.location.search);
      query.set('templat', settings().template);
      const answer = await answered(`/exports/deck.pptx?${query}`);
      if (answer) {
        saveFile(await answer.blob(), nameOf(answer, 'slide.pptx'));
      }
    });
    const whole = make('a', { href: `/presentasi${window.location.search}&ringkasan=ya` }, said('summary_show'));
    place.replaceChildren(
      make('section', { className: 'card slide-files' }, make('h2', {}, said('files')),
        make('div', { className: 'slide-buttons' }, ...needs, show),
        field(said('name'), name),
        field(said('deck_language'), choice(languages, chosen, (one) => keep({ language: one }))),
        release, template),
      make('section', { className: 'card' }, make('h2', {}, said('summary')),
        make('p', { className: 'subtitle' }, said('summary_what')),
        make('p', { className: 'slide-links' }, action('quiet-button', said('summary'), summary), direct, whole)),
      press(), renewal());
    window.cakupanSlides.changed = (items) => {
      for (const button of needs) {
        button.disabled = items.length === 0;
      }
      show.hidden = items.length === 0;
      const { searchParams } = new URL(window.location.href);
      show.href = `/presentasi?bahasa=${settings().language || language()}&tema=${searchParams.get('tema') || 'terang'}`;
    };
    fillTemplates(template);
    fillReleases(release);
  }

  window.cakupanSlides.panel = panel;
})();
