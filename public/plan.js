// The script of the pages of a plan: forms in place, so that the browser's files hold nothing typed; leaving quickly; and a
// word before the session ends. Everything works without it.
import { watchExit } from './exit.js';
import { watchForms, watchHistory } from './navigate.js';
import { watchSession } from './session.js';

/**
 * What was on the page does not stay there for whoever comes next; what is being typed is sent, and comes back after it. What
 * the island has not saved yet stays, and alone is seen, until it is.
 */
function close() {
  const root = document.documentElement;
  const again = document.getElementById('session').dataset.again;
  const typed = [...document.querySelectorAll('textarea')].find((field) => field.offsetParent && field.value.trim() && field.value !== field.defaultValue);
  if (typed) {
    root.setAttribute('data-closing', '');
    typed.form.requestSubmit(typed.form.querySelector('[type=submit]'));
    root.removeAttribute('data-closing');
  } else if (!document.querySelector('[data-unsaved]')) location.replace(again);
  else if (!root.hasAttribute('data-closed')) {
    // By its name: the style sheet keeps the rules of what the scripts name.
    root.setAttribute('data-closed', '');
    setInterval(() => document.querySelector('[data-unsaved]') || location.replace(again), 1000);
  }
}

watchExit();
watchHistory();
watchForms();
watchSession(5, close);
