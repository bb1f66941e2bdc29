// What a reader does and sees, the same in every engine: `browser` is what firefox.mjs and webkit.mjs have in common.
const PATIENCE = 10_000;

/** What is on the page now. */
export const look = (browser) =>
  browser.evaluate(() => ({
    url: location.href,
    title: document.title,
    heading: document.querySelector('h1')?.innerText ?? '',
    text: document.body.innerText,
    /** All of it, hidden or typed, without the tags and the spaces that a code is written with. */
    everything: [document.documentElement.outerHTML, ...[...document.querySelectorAll('input, textarea')].map((field) => field.value)]
      .join('\n')
      .replace(/<[^>]*?(?:value="([^"]*)")?[^>]*>|\s/g, '$1'),
    choices: document.querySelectorAll('fieldset button, fieldset input').length,
    moved: document.body.dataset.stood === undefined,
    /** A page of the browser's own: it cannot show again what a form has brought, before it is asked to. */
    own: document.documentURI.startsWith('about:'),
    /** Such a page is never said to be complete; an empty one only stands there until it comes. */
    ready: location.protocol !== 'about:' && (document.readyState === 'complete' || document.documentURI.startsWith('about:')),
    awake: document.documentElement.dataset.awake !== undefined,
  }));

/** Looks until it is so. */
export async function until(browser, isSo, what) {
  const end = Date.now() + PATIENCE;
  let seen;
  while (Date.now() < end) {
    // A page that is just being changed for another one does not answer.
    seen = await look(browser).catch((error) => ({ error }));
    if (!seen.error && seen.ready && isSo(seen)) return seen;
  }
  throw new Error(`Waited for ${what}; there is "${seen.error ?? seen.heading}" at ${seen.url}`);
}

export const untilHeading = (browser, words) => until(browser, (seen) => seen.heading.includes(words), `"${words}"`);

/** Back, forward or reload: until another page stands there, or the driver says that it is done. */
export async function move(browser, way) {
  await browser.evaluate(() => (document.body.dataset.stood = ''));
  let done = false;
  browser[way]().then(() => (done = true), () => (done = true));
  return until(browser, (seen) => done || seen.moved, way);
}

/** Where the first element of this kind is that has these words, once it can be seen. */
const locate = (browser, css, words) =>
  browser.evaluate(
    (css, words) => {
      const isThere = (one) => one.innerText.includes(words) && one.getClientRects().length;
      const found = [...document.querySelectorAll(css)].find(isThere);
      found?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = found?.getClientRects()[0] ?? {};
      const [x, y] = [left + width / 2, top + height / 2];
      return found?.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
    },
    css,
    words,
  );

/** Presses it, once it stands still: a font that has just come moves what is below. */
export async function press(browser, css, words = '') {
  const end = Date.now() + PATIENCE;
  for (let last; ; ) {
    const place = await locate(browser, css, words);
    if (place && place.x === last?.x && place.y === last?.y) return browser.press(place.x, place.y);
    if (Date.now() > end) throw new Error(`Nothing to press: ${css} "${words}"`);
    last = place;
  }
}

/** Types into an empty field. */
export async function fill(browser, css, text) {
  await press(browser, css);
  await browser.type(text);
}

export const read = (browser, css) => browser.evaluate((css) => document.querySelector(css).innerText, css);
