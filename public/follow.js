// Follows a conversation: asks the server for something new, which holds the question until there is, and adds it. Stops
// while the page is hidden. What is being written is not touched.

/** How long to wait after a question that failed; after so many of them new messages come by a press again. */
const PAUSE = 5000;
const FAILURES = 3;

let asking = null;
let failures = 0;

const find = (page = document) => page.querySelector('form[data-follow]');

function tell(form, byItself) {
  for (const element of form.querySelectorAll('[data-by-hand]')) element.hidden = byItself;
  for (const element of form.querySelectorAll('[data-by-itself]')) element.hidden = !byItself;
}

/** Adds the messages that are not there yet, so that a screen reader reads those alone. */
function addMessages(log, next) {
  document.getElementById('nyeste')?.removeAttribute('id');
  log.append(...[...next.children].slice(log.children.length));
  const writes = document.activeElement?.matches('textarea');
  if (writes || log.getBoundingClientRect().bottom < innerHeight + 200) log.lastElementChild?.scrollIntoView({ block: 'nearest' });
}

function update(form, page) {
  const next = find(page);
  // Now one can write, or no more: the page as a whole is another one, and nothing is lost with it.
  if (!next || !form.querySelector('textarea') !== !next.querySelector('textarea')) {
    if (!form.querySelector('textarea')) form.requestSubmit(form.querySelector('[value=READ]'));
    const state = document.getElementById('talk-state');
    const said = page.getElementById('talk-state');
    if (state && said) state.textContent = said.textContent;
    return false;
  }
  form.dataset.follow = next.dataset.follow;
  const [log, newLog] = [document, page].map((one) => one.querySelector('ol.talk'));
  if (log && newLog && newLog.children.length >= log.children.length) addMessages(log, newLog);
  else {
    const [old, fresh] = [document, page].map((one) => one.querySelector('.talk, .no-talk'));
    old.replaceWith(fresh);
  }
  const [state, newState] = [document, page].map((one) => one.getElementById('talk-state'));
  if (state.textContent !== newState.textContent) state.textContent = newState.textContent;
  return true;
}

async function ask() {
  const form = find();
  if (!form || document.hidden || asking) return;
  asking = new AbortController();
  let goesOn = true;
  tell(form, failures < FAILURES);
  try {
    const body = new URLSearchParams({ DO: 'WAIT', SEEN: form.dataset.follow });
    const pass = form.querySelector('[name=PASS]');
    if (pass) body.set('PASS', pass.value);
    const address = form.getAttribute('action').split('#')[0];
    const response = await fetch(address, { method: 'POST', body, signal: asking.signal });
    if (!response.ok) throw new Error(response.status);
    failures = 0;
    if (response.status === 200 && form.isConnected) {
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      goesOn = update(form, page);
    }
  } catch {
    failures += 1;
    tell(form, failures < FAILURES);
  }
  asking = null;
  if (goesOn) setTimeout(ask, failures && PAUSE);
}

export function followTalk() {
  addEventListener('portal:shown', ask);
  document.addEventListener('visibilitychange', () => (document.hidden ? asking?.abort() : ask()));
  ask();
}
