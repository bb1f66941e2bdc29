// The pages of the portal, each in both languages.

const FIND = '/skanderborg/find';
const LIST = '/skanderborg/tilbud';

/** A whole way through the guide: 45 years old, alcohol, with children. */
export const FAMILY = {
  WHO: 'CITIZEN',
  SUBSTANCE: 'ALCOHOL',
  AGE: '30-',
  WISHES_ANONYMITY: 'NO',
  CHILDREN_UNDER_18: 'YES',
  WORK_OR_EDUCATION: 'YES',
  VERY_SEVERE: 'NO',
  PREFERS_ONLINE: 'NO',
};

const read = [
  { name: 'choose a municipality', path: '/' },
  { name: 'municipality', path: '/skanderborg' },
  { name: 'all offers', path: LIST },
  { name: 'an offer', path: `${LIST}/familieforloeb` },
  { name: 'an ended offer', path: `${LIST}/brus` },
  { name: 'guide', path: FIND, island: true },
  { name: 'contact', path: '/skanderborg/kontakt' },
  { name: 'rules', path: '/skanderborg/regler' },
  { name: 'book a time', path: '/skanderborg/samtale' },
  { name: 'come back by code', path: '/kode' },
  { name: 'be called back', path: '/skanderborg/ring-mig-op' },
  { name: 'clarify', path: '/vejle/afklaring' },
  { name: 'complain', path: '/skanderborg/klage' },
  { name: 'check a receipt', path: '/kvittering' },
  { name: 'come into a plan', path: '/min-plan' },
  { name: 'sign in at the desk', path: '/desk/log-ind' },
  { name: 'welcome at the desk', path: '/desk/velkommen' },
  { name: 'time limit', path: '/skanderborg/frist', island: true },
  { name: 'search', path: '/skanderborg/soeg' },
  { name: 'search everywhere', path: '/soeg' },
  { name: 'compare', path: '/sammenlign' },
  { name: 'compare a topic', path: '/sammenlign/klage' },
  { name: 'compare a kind of offer', path: '/sammenlign/tilbud-behandling' },
  { name: 'words', path: '/ordbog' },
  { name: 'municipality without a number', path: '/randers' },
  { name: 'contact without a number', path: '/randers/kontakt' },
  { name: 'an offer without a number', path: '/randers/tilbud/move' },
  { name: 'the longest list', path: '/vejle/tilbud' },
  { name: 'a standard out of date', path: '/horsens' },
  { name: 'contact of three departments', path: '/slagelse/kontakt' },
  { name: 'accessibility', path: '/was' },
  { name: 'privacy', path: '/privatliv' },
  { name: 'what is stored', path: '/hvad-vi-gemmer' },
  { name: 'unknown municipality', path: '/nope', status: 404 },
  { name: 'unknown page', path: '/skanderborg/nope', status: 404 },
  { name: 'unknown offer', path: `${LIST}/nope`, status: 404 },
];

const posted = [
  { name: 'guide without an answer', path: FIND, form: { QUESTION: 'WHO' }, status: 422, island: true },
  { name: 'guide, a later question', path: FIND, form: { WHO: 'CITIZEN', SUBSTANCE: 'ALCOHOL' }, island: true },
  { name: 'guide, an answer to correct', path: FIND, form: { ...FAMILY, ASK: 'SUBSTANCE' }, island: true },
  { name: 'guide outcome', path: FIND, form: FAMILY, island: true },
  { name: 'guide outcome without a number', path: '/randers/find', form: { WHO: 'PROFESSIONAL' }, island: true },
  { name: 'time limit worked out', path: '/skanderborg/frist', form: { WHICH: 'START', SUBSTANCE: 'DRUGS', AGE: '40', DAY: '16', MONTH: '10', YEAR: '2025' } },
  { name: 'time limit without a day', path: '/skanderborg/frist', form: { WHICH: 'START', DAY: '31', MONTH: '2' }, status: 422 },
  { name: 'search for kokain', path: '/skanderborg/soeg', form: { Q: 'kokain' } },
  { name: 'search everywhere for children', path: '/soeg', form: { Q: 'børn' } },
  { name: 'search that finds nothing', path: '/skanderborg/soeg', form: { Q: 'zzqqxxyyww' } },
  { name: 'search without a word', path: '/skanderborg/soeg', form: { Q: '' }, status: 422 },
  { name: 'be called back, a number that is none', path: '/skanderborg/ring-mig-op', form: { PHONE: '123', NAME: 'Fugl', AGE: '30-' }, status: 422 },
  { name: 'be called back, taken back again', path: '/skanderborg/ring-mig-op', form: { WITHDRAW: '1' } },
  { name: 'book a time, without an answer', path: '/skanderborg/samtale', form: { STEP: 'ABOUT' }, status: 422 },
  { name: 'book a time, close to whom', path: '/vejle/samtale', form: { ABOUT: 'CLOSE' } },
  { name: 'book a time, the days', path: '/slagelse/samtale', form: { ABOUT: 'CLOSE', KIND: 'ONLINE' } },
  { name: 'clarify, without an answer', path: '/vejle/afklaring', form: { STEP: 'ADULT' }, status: 422 },
  { name: 'clarify, it fits', path: '/horsens/afklaring', form: { ADULT: 'YES', SOCIAL: 'NO', MIND: 'NO' } },
  { name: 'clarify, another way', path: '/slagelse/afklaring', form: { ADULT: 'YES', WORK: 'NO' } },
  { name: 'complain, about what', path: '/slagelse/klage', form: { STEP: 'BEGIN' } },
  { name: 'complain, a day that is none', path: '/skanderborg/klage', form: { STEP: 'START_DAY', SUBJECT: 'DRUG_TREATMENT_DECISION', START: 'RECEIVED', DAY: '40' }, status: 422 },
  { name: 'complain, the last day', path: '/skanderborg/klage', form: { SUBJECT: 'DRUG_TREATMENT_DECISION', START: 'SENT_BY_LETTER', DAY: '6', MONTH: '11', YEAR: '2026' } },
  { name: 'complain, too late', path: '/vejle/klage', form: { SUBJECT: 'DRUG_TREATMENT_DECISION', START: 'MADE', DAY: '6', MONTH: '10', YEAR: '2026' } },
  { name: 'complain, elsewhere', path: '/skanderborg/klage', form: { SUBJECT: 'HEALTH_TREATMENT' } },
  { name: 'complain, who', path: '/vejle/klage', form: { STEP: 'ROUTE', SUBJECT: 'STAFF_CONDUCT' } },
  { name: 'complain, how to be reached, nothing chosen', path: '/vejle/klage', form: { STEP: 'REACH', SUBJECT: 'STAFF_CONDUCT', WHO: 'SELF' }, status: 422 },
  { name: 'complain, to be written', path: '/vejle/klage', form: { STEP: 'REACH', SUBJECT: 'STAFF_CONDUCT', WHO: 'SELF', REACH: 'CODE' } },
  { name: 'a receipt that is none', path: '/kvittering', form: { NUMBER: '4F7K9-2QMXA', WORDS: 'and eng sky ravn sol' }, status: 422 },
  { name: 'sign in that fails', path: '/desk/log-ind', form: { LOGIN: 'anna', PASSWORD: 'x', DIGITS: '1' }, status: 422 },
  { name: 'a code with a slip', path: '/kode', form: { CODE: '12345' }, status: 422 },
  { name: 'come into a plan, a code with a slip', path: '/min-plan', form: { CODE: '12345' }, status: 422 },
  { name: 'offers for drugs', path: LIST, form: { SUBSTANCE: 'DRUGS' } },
  { name: 'offers by an unknown choice', path: LIST, form: { SUBSTANCE: 'NOPE' }, status: 422 },
];

const inDanish = (page) => ({ ...page, lang: 'da' });
const inEnglish = (page) => ({ ...page, lang: 'en', path: page.path === '/' ? '/en' : `/en${page.path}` });
const inBoth = (pages) => pages.flatMap((page) => [inDanish(page), inEnglish(page)]).map(titled);
/** Whether the page has a script of its own: forms that are sent in place, or passkeys. */
const hasSteps = ({ path, island }) => !island && !path.includes('/sammenlign/') && /\/(samtale|soeg|tilbud|kode|ring-mig-op|afklaring|klage|kvittering|skriv|frist|log-ind|min-plan)$/.test(path);
const titled = (page) => ({ status: 200, island: false, steps: hasSteps(page), ...page, title: `${page.name} (${page.lang})` });

/** Pages with an address of their own. */
export const READ = inBoth(read);
/** Pages that a form leads to. */
export const POSTED = inBoth(posted);
export const ALL = [...READ, ...POSTED];
export const LANGUAGES = ['da', 'en'];

/** Pages of the desk that a lead may read, signed in. */
const DAY = '/desk/dag/2026-11-24';
const WEEK = '/desk/uge/2026-11-23';
const ROOMS = ['/desk', DAY, WEEK, `${WEEK}?vis=mine`, '/desk/opkald', '/desk/sager', '/desk/sager?vis=varsler', '/desk/sager/ny', '/desk/planer', '/desk/planer/ny', '/desk/planer/overdrag', '/desk/klager', '/desk/tal', '/desk/aftal', '/desk/tider', '/desk/fravaer', '/desk/indstillinger', '/desk/ansatte', '/desk/log', '/desk/adgang'];
export const DESK = inBoth(ROOMS.map((path) => ({ name: `desk ${path}`, path })));

/** Pages of a plan that its citizen reads, signed in. */
const OF_PLAN = ['?gemt=1', '/maal', '/maal/2', '/hele', '/noter', '/opfoelgning', '/uge', '/trivsel', '/svaer-dag', '/samtykker', '/udskrift'];
export const PLAN = inBoth(OF_PLAN.map((path) => ({ name: `plan ${path}`, path: `/min-plan${path}` })));

/** Opens a page as a browser would have it after the form was sent. */
export async function open(page, one) {
  if (one.form) {
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      postData: new URLSearchParams(one.form).toString(),
    };
    await page.route(`**${one.path}`, (route) => route.continue(post), { times: 1 });
  }
  return page.goto(one.path);
}

/** The answer of the server to a page, without a browser. */
export function ask(base, one) {
  const post = one.form && { method: 'POST', body: new URLSearchParams(one.form) };
  return fetch(new URL(one.path, base), { ...post, redirect: 'manual' });
}

/** The addresses of all offers, as the list names them. */
export async function offers(base, lang) {
  const { path } = READ.find((page) => page.name === 'all offers' && page.lang === lang);
  const html = await (await ask(base, { path })).text();
  return [...html.matchAll(/<h3><a href="([^"]+)"/g)].map(([, address]) => address);
}
