// The script of the pages of a plan: leaving quickly, and a word before the session ends. Everything works without it.
import { watchExit } from './exit.js';
import { watchSession } from './session.js';

/** What was on the page does not stay there for whoever comes next. */
function close() {
  const { ended } = document.getElementById('session').dataset;
  const said = document.createElement('p');
  said.className = 'container';
  said.setAttribute('role', 'alert');
  const again = document.createElement('a');
  again.href = document.querySelector('form[action$="/min-plan/ud"]').getAttribute('action').slice(0, -'/ud'.length);
  again.textContent = ended;
  said.append(again);
  document.querySelector('main').replaceChildren(said);
}

watchExit();
watchSession(5, close);
