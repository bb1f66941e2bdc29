// A word before a session ends, and none while somebody writes: who types is at work.
import { BY_ITSELF } from './desk/fresh.js';

const MINUTE = 60_000;

let used = false;

const bar = () => document.getElementById('session');

/** Asks how many minutes are left; in use, keeps the session alive. */
async function ask(uses) {
  const response = await fetch(bar().dataset.from, { method: 'POST', headers: uses ? {} : BY_ITSELF, redirect: 'manual' });
  // Led to where one signs in, or told to: it has ended. Anything else is trouble that passes.
  if (response.type === 'opaqueredirect' || response.status === 401) return 0;
  if (!response.ok) throw new Error(response.status);
  return Number(await response.text());
}

function tell(left, warning, end) {
  if (left <= 0 && end) return end();
  const here = bar();
  here.hidden = left > warning;
  if (here.hidden) return;
  const text = left > 0 ? here.dataset.soon.replace('#', left) : here.dataset.ended;
  const said = here.querySelector('p');
  if (said.textContent !== text) said.textContent = text;
  here.querySelector('button').hidden = left <= 0 || 'last' in here.dataset;
}

async function look(warning, end) {
  // The page before one has come in, or one that is shown in its place, has none.
  if (!bar()) return;
  const uses = used;
  used = false;
  try {
    tell(await ask(uses), warning, end);
  } catch {
    // No network: what was typed stays, and the next minute asks again.
    used = uses;
  }
}

/**
 * `warning`: minutes before the end at which a word is said. `end`: what is done with the page after it, where it does not
 * just stand there.
 */
export function watchSession(warning, end) {
  for (const event of ['input', 'keydown', 'pointerdown']) addEventListener(event, () => (used = true), { passive: true });
  addEventListener('click', (event) => {
    if (!event.target.closest?.('#session button')) return;
    used = true;
    look(warning, end);
  });
  setInterval(() => look(warning, end), MINUTE);
}
