// The script of the pages of a plan: forms in place, so that the browser's files hold nothing typed; leaving quickly; and a
// word before the session ends. Everything works without it.
import { watchExit } from './exit.js';
import { watchForms, watchHistory } from './navigate.js';
import { watchSession } from './session.js';

/** What was on the page does not stay there for whoever comes next; what is being typed is sent, and comes back after it. */
function close() {
  const typed = [...document.querySelectorAll('textarea')].find((field) => field.value.trim() && field.value !== field.defaultValue);
  if (typed) typed.form.requestSubmit(typed.form.querySelector('[type=submit]'));
  else location.replace(document.getElementById('session').dataset.again);
}

watchExit();
watchHistory();
watchForms();
watchSession(5, close);
