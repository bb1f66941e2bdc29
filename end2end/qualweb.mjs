// QualWeb, the engine of the authority's simplified monitoring: every page kind and three offers, in both
// languages. Run: BASE_URL=http://… node qualweb.mjs. Fails if a rule or technique of level A or AA fails.
import { createRequire } from 'node:module';
import { chromium } from './chromium.mjs';
import { ALL, LANGUAGES, offers } from './pages.mjs';
import { withAddresses } from './posted.mjs';

// QualWeb is CommonJS only.
const require = createRequire(import.meta.url);
const { QualWeb } = require('@qualweb/core');
const { ACTRules } = require('@qualweb/act-rules');
const { WCAGTechniques } = require('@qualweb/wcag-techniques');

const base = process.env.BASE_URL;
if (!base) throw new Error('Set BASE_URL to a running portal.');

const three = ['move', 'anonym-stofbehandling', 'paaroerende-samtaler'];
const pages = [...ALL];
for (const lang of LANGUAGES) {
  const chosen = (await offers(base, lang)).filter((path) => three.some((slug) => path.endsWith(`/${slug}`)));
  if (chosen.length !== three.length) throw new Error(`Only these of the three offers exist: ${chosen}`);
  pages.push(...chosen.map((path) => ({ path, lang, title: path })));
}

/** The conformance levels a rule or technique bears on. */
const levels = ({ metadata }) => metadata['success-criteria'].map((criterion) => criterion.level);
const counts = (assertion) => levels(assertion).some((level) => level === 'A' || level === 'AA');

function judge({ modules }) {
  const assertions = Object.values(modules).flatMap((module) => Object.values(module.assertions)).filter(counts);
  const of = (outcome) => assertions.filter(({ metadata }) => metadata.outcome === outcome);
  return { passed: of('passed').length, warning: of('warning').length, failed: of('failed') };
}

const addresses = await withAddresses(base, pages);
const qualweb = new QualWeb({ stealth: false, adBlock: false });
await qualweb.start({ maxConcurrency: 1, timeout: 60_000 }, chromium);
const totals = { pages: 0, passed: 0, warning: 0, failed: 0 };
for (const page of pages) {
  const url = addresses.of(page);
  const reports = await qualweb.evaluate({ url, modules: [new ACTRules(), new WCAGTechniques()] });
  const { passed, warning, failed } = judge(reports[url]);
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
await qualweb.stop();
addresses.close();
console.log(`QualWeb: ${totals.pages} pages, ${totals.passed} passed, ${totals.warning} to look at, ${totals.failed} failed`);
process.exit(totals.failed ? 1 : 0);
