// QualWeb, the engine of the authority's simplified monitoring: every page kind and three offers, in both
// languages. Run: BASE_URL=http://… node qualweb.mjs. Fails if a rule or technique of level A or AA fails.
import { createRequire } from 'node:module';
import { headlessShell } from './chromium.mjs';
import { ALL, DESK, LANGUAGES, PLAN, offers } from './pages.mjs';
import { openCitizen } from './plan-session.mjs';
import { withAddresses } from './posted.mjs';
import { openSession } from './session.mjs';

// QualWeb is CommonJS only.
const require = createRequire(import.meta.url);
const { QualWeb } = require('@qualweb/core');
const { QualwebPage } = require('@qualweb/core/lib');
const { ACTRules } = require('@qualweb/act-rules');
const { WCAGTechniques } = require('@qualweb/wcag-techniques');

// QualWeb 0.8 does not wait for its own helpers before it loads the rules that use them.
const { addNecessaryScripts, addEvaluationScript } = QualwebPage.prototype;
QualwebPage.prototype.addNecessaryScripts = function () {
  return (this.helpers = addNecessaryScripts.call(this));
};
QualwebPage.prototype.addEvaluationScript = async function (module) {
  await this.helpers;
  return addEvaluationScript.call(this, module);
};

const base = process.env.BASE_URL;
if (!base) throw new Error('Set BASE_URL to a running portal.');

const three = ['move', 'anonym-stofbehandling', 'paaroerende-samtaler'];
const pages = [...ALL, ...DESK, ...PLAN];
for (const lang of LANGUAGES) {
  const chosen = (await offers(base, lang)).filter((path) => three.some((slug) => path.endsWith(`/${slug}`)));
  if (chosen.length !== three.length) throw new Error(`Only these of the three offers exist: ${chosen}`);
  pages.push(...chosen.map((path) => ({ path, lang, title: path })));
}

// QualWeb wants the link to the content to be the very first (technique G1, sufficient but not required).
// Here "Forlad siden" is first, for whoever is looked over the shoulder, and that link is second;
// keyboard.spec checks that it works. Anything else at the first place fails.
const exitIsFirst = ({ code, results }) =>
  code === 'QW-WCAG-T23' && results.every(({ elements }) => elements?.every(({ htmlCode }) => /class="exit"/.test(htmlCode)));

/** The conformance levels a rule or technique bears on. */
const levels = ({ metadata }) => metadata['success-criteria'].map((criterion) => criterion.level);
const counts = (assertion) => levels(assertion).some((level) => level === 'A' || level === 'AA');

function judge({ modules }) {
  const assertions = Object.values(modules).flatMap((module) => Object.values(module.assertions)).filter(counts);
  const of = (outcome) => assertions.filter(({ metadata }) => metadata.outcome === outcome);
  const failed = of('failed').filter((assertion) => !exitIsFirst(assertion));
  return { passed: of('passed').length, warning: of('warning').length, failed };
}

const addresses = await withAddresses(base, pages, { desk: await openSession(base, 'vejle'), citizen: await openCitizen(base) });
const qualweb = new QualWeb({ stealth: false, adBlock: false });
// What is folded away is judged too; QualWeb would take it for controls that lose the focus.
const unfold = () => document.querySelectorAll('details').forEach((details) => (details.open = true));
qualweb.use({ afterPageLoad: (page) => page.evaluate(unfold) });
await qualweb.start({ maxConcurrency: 1, timeout: 60_000 }, headlessShell);
const reports = await qualweb.evaluate({ urls: pages.map(addresses.of), modules: [new ACTRules(), new WCAGTechniques()] });
await qualweb.stop();
addresses.close();

const totals = { pages: 0, passed: 0, warning: 0, failed: 0 };
for (const page of pages) {
  const report = reports[addresses.of(page)];
  if (!report) throw new Error(`QualWeb could not judge ${page.title}`);
  const { passed, warning, failed } = judge(report);
  if (!passed) throw new Error(`QualWeb judged nothing on ${page.title}`);
  console.log(`${failed.length ? '✘' : '✓'} ${page.title}: ${passed} passed, ${warning} to look at, ${failed.length} failed`);
  for (const { code, name, results } of failed) {
    console.log(`    ${code} ${name}`);
    for (const { verdict, description, elements } of results) {
      if (verdict === 'failed') console.log(`      ${description} ${elements?.[0]?.pointer ?? ''}`);
    }
  }
  totals.pages += 1;
  totals.passed += passed;
  totals.warning += warning;
  totals.failed += failed.length;
}
console.log(`QualWeb: ${totals.pages} pages, ${totals.passed} passed, ${totals.warning} to look at, ${totals.failed} failed`);
process.exit(totals.failed ? 1 : 0);
