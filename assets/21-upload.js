// Files on their way to the server: dropped or picked, sent one by one, followed until examined.
(function () {
  'use strict';

  const ADDRESS = '/upload';
  const FIELD = 'file';
  const ASK_AGAIN_MS = 400;
  const ON_THE_WAY = new Set(['waiting', 'reading', 'loading']);

  // A line is one file: { name, stage, file, percent, token, message }. They outlive the page.
  const lines = [];
  const watched = new Set();
  let sending = false;
  let asking = false;

  const list = () => document.getElementById('data-transfers');
  const zone = () => document.getElementById('data-drop');

  function said(name, fields = {}) {
    const sentences = JSON.parse(list()?.dataset.words || '{}');
    const sentence = sentences[name] || '';
    return sentence.replace(/\{(\w+)\}/g, (whole, field) => fields[field] ?? whole);
  }

  function add(line) {
    lines.push(line);
    draw();
    return line;
  }

  function keep(stays) {
    lines.splice(0, lines.length, ...lines.filter(stays));
  }

  function remove(line) {
    keep((one) => one !== line);
    draw();
  }

  function refuse(line, message) {
    Object.assign(line, { stage: 'refused', message });
    draw();
  }

  // Drawing: one item a line, kept while the line lives so that nothing flickers or loses focus.

  function draw() {
    const place = list();
    if (!place) {
      return;
    }
    for (const item of [...place.children]) {
      if (!lines.some((line) => line.item === item)) {
        item.remove();
      }
    }
    for (const line of lines) {
      line.item = line.item || document.createElement('li');
      if (line.item.parentNode !== place) {
        place.append(line.item);
      }
      drawLine(line);
    }
  }

  function drawLine(line) {
    const { item, stage } = line;
    if (item.dataset.stage !== stage) {
      item.dataset.stage = stage;
      item.className = `transfer ${stage}`;
      item.replaceChildren(...(stage === 'refused' ? refusedParts(line) : movingParts(line)));
    }
    if (stage === 'sending') {
      const fields = { percent: line.percent };
      item.querySelector('progress').value = line.percent;
      item.querySelector('.stage').textContent = said('sending', fields);
    }
  }

  function movingParts(line) {
    const name = part('span', 'name', line.name);
    const bar = part('progress', '', '');
    bar.max = 100;
    bar.setAttribute('aria-label', line.name);
    const stage = part('span', 'stage', line.stage === 'sending' ? '' : said(line.stage));
    // The list is read out as it changes: stages are news, every percent is not.
    stage.setAttribute('aria-hidden', String(line.stage === 'sending'));
    return [name, bar, stage];
  }

  function refusedParts(line) {
    // Several files may be refused for the same reason: each line says which one it is about.
    const told = line.message.includes(line.name) ? line.message : `${line.name}: ${line.message}`;
    const parts = [part('p', 'message', told)];
    if (line.file && line.retry) {
      parts.push(button(said('retry'), () => {
        line.stage = 'queued';
        sendNext();
      }));
    }
    parts.push(button(said('close'), () => remove(line)));
    return parts;
  }

  function part(kind, className, text) {
    const element = document.createElement(kind);
    element.className = className;
    element.textContent = text;
    return element;
  }

  function button(text, act) {
    const element = part('button', 'quiet-button', text);
    element.type = 'button';
    element.addEventListener('click', act);
    return element;
  }

  // Sending: one at a time, so that a weak line carries one file well instead of five badly.

  function take(files) {
    const limit = Number(list()?.dataset.limit);
    for (const file of files) {
      const line = add({ name: file.name, file, stage: 'queued', percent: 0 });
      if (file.size > limit) {
        refuse(line, said('too_large', { file: file.name }));
      } else if (file.size === 0) {
        refuse(line, said('empty', { file: file.name }));
      }
    }
    sendNext();
  }

  function sendNext() {
    const line = lines.find((one) => one.stage === 'queued');
    if (sending || !line) {
      return;
    }
    sending = true;
    Object.assign(line, { stage: 'sending', percent: 0, retry: false });
    draw();
    const form = new FormData();
    form.append(FIELD, line.file, line.name);
    const request = new XMLHttpRequest();
    request.open('POST', `${ADDRESS}?bahasa=${document.documentElement.lang}`);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      line.percent = Math.floor((100 * event.loaded) / event.total);
      draw();
    });
    request.addEventListener('loadend', () => {
      sending = false;
      arrived(line, request);
      sendNext();
    });
    request.send(form);
  }

  function arrived(line, request) {
    const answer = request.response;
    if (request.status === 202) {
      const [ticket] = answer.files;
      // A page that was drawn meanwhile may have told of the file already.
      keep((one) => one.token !== ticket.token);
      Object.assign(line, { token: ticket.token, stage: ticket.stage, file: null });
      watched.add(ticket.token);
      draw();
      ask();
    } else {
      line.retry = request.status !== 413;
      refuse(line, answer?.message || said('lost', { file: line.name }));
    }
  }

  // Following: the server examines files in turn; ask until each has its answer.

  async function ask() {
    if (asking || !watched.size) {
      return;
    }
    asking = true;
    try {
      const answer = await fetch(ADDRESS, { headers: { Accept: 'application/json' } });
      const { files } = await answer.json();
      settle(new Map(files.map((file) => [file.token, file.stage])));
    } catch {
      // Not reached just now: the next question may be.
    }
    asking = false;
    window.setTimeout(ask, ASK_AGAIN_MS);
  }

  function settle(stages) {
    let news = false;
    for (const token of [...watched]) {
      const line = lines.find((one) => one.token === token);
      const stage = stages.get(token);
      if (ON_THE_WAY.has(stage)) {
        if (line) {
          line.stage = stage;
        }
      } else {
        watched.delete(token);
        keep((one) => one.token !== token);
        news = true;
      }
    }
    draw();
    if (news && list()) {
      window.dash_clientside.set_props('data-changed', { data: String(Date.now()) });
    }
  }

  // Dropping: anywhere on the page, for a file beside the zone would replace the page.

  function carriesFiles(event) {
    return zone() !== null && [...(event.dataTransfer?.types || [])].includes('Files');
  }

  window.addEventListener('dragover', (event) => {
    if (carriesFiles(event)) {
      event.preventDefault();
      zone().classList.add('over');
    }
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) {
      zone()?.classList.remove('over');
    }
  });
  window.addEventListener('drop', (event) => {
    if (carriesFiles(event)) {
      event.preventDefault();
      zone().classList.remove('over');
      take(event.dataTransfer.files);
    }
  });

  // Picking: the field stays in the page, for one that is not there can vanish before its answer.
  const picker = document.createElement('input');
  Object.assign(picker, { type: 'file', multiple: true, hidden: true });
  picker.addEventListener('change', () => {
    const files = [...picker.files];
    picker.value = '';
    take(files);
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('#data-pick')) {
      document.body.append(picker);
      picker.click();
    }
  });

  Object.assign(window.dash_clientside.cakupan, {
    // The server's list of files without an answer: those of another visit get their line here.
    follow(pending) {
      for (const { token, name, shown } of pending || []) {
        watched.add(token);
        if (!shown && !lines.some((line) => line.token === token)) {
          add({ name, token, stage: 'waiting', percent: 0 });
        }
      }
      draw();
      ask();
    },

    // The question is put away unanswered.
    close() {
      return false;
    },
  });
})();
