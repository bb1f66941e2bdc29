// Follows a conversation: asks the server for something new, which holds the question until there is, and adds it. Stops
// while the page is hidden. What is being written is not touched.

/** The least time between two questions, and how long to wait after one that failed. */
const PAUSE = 1000;
const LONG_PAUSE = 5000;
/** After so many failures new messages come by a press again. */
const FAILURES = 3;
/** The server answers within seven seconds: what takes longer is lost. */
const LOST = 15_000;

let asking = null;
let failures = 0;

const find = (page = document) => page.querySelector('form[data-follow]');
const canWrite = (form) => Boolean(form?.querySelector('textarea'));

function tell(form, byItself) {
  for (const element of form.querySelectorAll('[data-by-hand]')) element.hidden = byItself;
  for (const element of form.querySelectorAll('[data-by-itself]')) element.hidden = !byItself;
}

/** Adds the messages that are not there yet, so that a screen reader reads those alone. */
function addMessages(log, next) {
  const fresh = [...next.children].slice(log.children.length);
  if (!fresh.length) return;
  document.getElementById('nyeste')?.removeAttribute('id');
  log.append(...fresh);
  const writes = document.activeElement?.matches('textarea');
  if (writes || log.getBoundingClientRect().bottom < innerHeight + 200) log.lastElementChild.scrollIntoView({ block: 'nearest' });
}

function updateMessages(page) {
  const [log, next] = [document, page].map((one) => one.querySelector('ol.talk'));
  const goesOn = log && next && [...log.children].every((one, place) => one.textContent === next.children[place]?.textContent);
  if (goesOn) addMessages(log, next);
  else {
    const [old, fresh] = [document, page].map((one) => one.querySelector('.talk, .no-talk'));
    if (old && fresh) old.replaceWith(fresh);
  }
}

/** Shows what is new; `false` where there is nothing more to follow. */
function update(form, page) {
  const state = page.getElementById('talk-state');
  // The session is over, or the appointment gone: a press leads to where it goes on.
  if (!state) {
    tell(form, false);
    return false;
  }
  updateMessages(page);
  const shown = document.getElementById('talk-state');
  if (shown.textContent !== state.textContent) shown.textContent = state.textContent;
  const next = find(page);
  // The time has come: the page is another one, and nothing is lost with it.
  if (canWrite(next) && !canWrite(form)) {
    form.requestSubmit(form.querySelector('[value=READ]'));
    return false;
  }
  if (!next) {
    tell(form, false);
    return false;
  }
  form.dataset.follow = next.dataset.follow;
  return true;
}

async function ask() {
  const form = find();
  if (!form || document.hidden || asking) return;
  const question = new AbortController();
  asking = question;
  let goesOn = true;
  tell(form, failures < FAILURES);
  const lost = setTimeout(() => question.abort(), LOST);
  try {
    const body = new URLSearchParams({ DO: 'WAIT', SEEN: form.dataset.follow });
    const pass = form.querySelector('[name=PASS]');
    if (pass) body.set('PASS', pass.value);
    const response = await fetch(form.dataset.from, { method: 'POST', body, signal: question.signal });
    if (!response.ok) throw new Error(response.status);
    failures = 0;
    if (response.status === 200 && form.isConnected) {
      goesOn = update(form, new DOMParser().parseFromString(await response.text(), 'text/html'));
    }
  } catch {
    // A page that was hidden has let go of its question itself.
    if (!document.hidden) failures += 1;
    tell(form, failures < FAILURES);
  }
  clearTimeout(lost);
  asking = null;
  if (goesOn) setTimeout(ask, failures ? LONG_PAUSE : PAUSE);
}

export function followTalk() {
  addEventListener('portal:shown', ask);
  document.addEventListener('visibilitychange', () => (document.hidden ? asking?.abort() : ask()));
  ask();
}
