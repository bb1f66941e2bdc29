// Forms in place: a form is sent by fetch, and the page it brings takes the place of this one. Each page that was shown
// is kept in memory, as it was, under a number in the history: Back and forward work, what was typed is still there,
// and nothing of it stands in an address or in the files that the browser writes of its history. Without this the forms
// go by POST as they are.

const SENDING = {
  da: 'Filerne bliver sendt. Det kan tage nogle minutter. Bliv på siden.',
  en: 'The files are being sent. It can take some minutes. Stay on the page.',
};
const OFFLINE = {
  da: 'Vi kunne ikke få forbindelse. Det, du har skrevet, står her endnu. Prøv igen om lidt.',
  en: 'We could not connect. What you have written is still here. Try again in a moment.',
};

/** What was shown, by the number in its history entry. */
const views = [];
let at = 0;
let busy = false;
/** Whether a form has brought what is shown: only then would a link lose it. */
let sent = false;

const view = () => ({ body: document.body, title: document.title, lang: document.documentElement.lang, y: scrollY, sent });

function show(next) {
  document.documentElement.replaceChild(next.body, document.body);
  document.title = next.title;
  document.documentElement.lang = next.lang;
  sent = next.sent;
  dispatchEvent(new Event('portal:shown'));
}

/** Takes the place of what is shown; the style sheets of the new page come along. */
function take(page) {
  for (const sheet of page.querySelectorAll('link[rel=stylesheet]')) {
    if (!document.querySelector(`link[rel=stylesheet][href="${sheet.getAttribute('href')}"]`)) document.head.append(document.adoptNode(sheet));
  }
  show({ body: document.adoptNode(page.body), title: page.title, lang: page.documentElement.lang, sent: true });
}

/** Where a reader goes on: what is to be mended, the place that was named, or the heading. */
function goOn(hash) {
  scrollTo(0, 0);
  const summary = document.querySelector('main [role=alert]');
  const named = hash ? document.getElementById(hash.slice(1)) : null;
  if (named && !summary) named.scrollIntoView();
  const target = summary ?? named ?? document.querySelector('main h1');
  if (!target) return;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: target !== summary });
}

/** Says something at the form: that nothing was sent, or that files are. */
function tell(form, role, words) {
  const said = form.querySelector('.offline') ?? document.createElement('p');
  said.className = 'notice offline';
  said.setAttribute('role', role);
  form.append(said);
  said.textContent = words[document.documentElement.lang] ?? words.en;
}

/** Loads a page in the place of this one; `false` where the browser must load it itself. */
async function load(address, options, replaces, submitter) {
  const response = await fetch(address, options);
  if (!response.headers.get('content-type')?.startsWith('text/html')) return false;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (page.querySelector('script[data-wasm]') && !options.body) return false;
  // A form that leads to a page with an island, from one without: the browser loads it, as it would a link.
  if (page.querySelector('script[data-wasm]') && response.redirected && !document.querySelector('script[data-wasm]')) {
    location.replace(response.url);
    return true;
  }
  if (submitter?.closest('fieldset')) press(submitter);
  if (!replaces) {
    views[at] = view();
    at += 1;
    views.length = at;
  }
  // What was deleted does not come back: an entry without its page is loaded anew, from its address.
  if (page.querySelector('[data-wipe]')) views.fill(undefined);
  // A reload asks for the page that stands at the address of the form, never for what was sent.
  history[replaces ? 'replaceState' : 'pushState']({ view: at }, '', options.body ? response.url : address);
  take(page);
  goOn(new URL(address, location.href).hash);
  return true;
}

/** Whoever comes back sees what they pressed. */
function press(button) {
  for (const pressed of button.form.querySelectorAll('button[aria-current]')) pressed.removeAttribute('aria-current');
  button.setAttribute('aria-current', 'true');
}

async function send(form, submitter) {
  const data = new FormData(form);
  if (submitter?.name) data.append(submitter.name, submitter.value);
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action');
  busy = true;
  try {
    // A conversation stays one page, however much is written.
    // Files go as they are; all else as a form without script sends it.
    const body = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
    if ([...data.values()].some((value) => value.size)) tell(form, 'status', SENDING);
    const loaded = await load(action, { method: 'POST', body }, form.hasAttribute('data-follow'), submitter);
    if (!loaded) tell(form, 'alert', OFFLINE);
  } catch {
    tell(form, 'alert', OFFLINE);
  }
  busy = false;
}

/** Sends forms in place. */
export function watchForms() {
  history.replaceState({ view: 0 }, '');
  addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || form.hasAttribute('data-file')) return;
    event.preventDefault();
    if (!busy) send(form, event.submitter);
  });
}

/** Keeps what a form has brought while a link is followed, and brings back what the history names. */
export function watchHistory(isKept = (sent) => sent) {
  addEventListener('click', async (event) => {
    const link = event.target.closest?.('a[href]');
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented || link.origin !== location.origin || !isKept(sent)) return;
    if (link.classList.contains('exit') || link.getAttribute('href').startsWith('#')) return;
    event.preventDefault();
    const loaded = await load(link.href, {}, false).catch(() => false);
    if (!loaded) location.href = link.href;
  });
  addEventListener('popstate', (event) => {
    // A link within the page has no state; the guide numbers its steps itself, all of them in the first view.
    if (event.state === null) return;
    const number = event.state.view ?? 0;
    if (number === at) return;
    if (!views[number]) {
      location.reload();
      return;
    }
    views[at] = view();
    at = number;
    const { y } = views[at];
    show(views[at]);
    scrollTo(0, y);
  });
  addEventListener('pagehide', () => (views.length = 0));
  // A code that is shown once, and what is not saved yet, are not lost by a slip of the thumb; whoever leaves quickly is not asked.
  let leaves = false;
  addEventListener('portal:leaving', () => (leaves = true));
  addEventListener('beforeunload', (event) => {
    if (!leaves && document.querySelector('.code, [data-unsaved]')) event.preventDefault();
  });
}
