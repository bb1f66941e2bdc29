import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { ALL, LANGUAGES, ask, offers } from '../pages.mjs';

const validator = new HtmlValidate(JSON.parse(readFileSync(new URL('../.htmlvalidate.json', import.meta.url))));

async function errors(base, one) {
  const html = await (await ask(base, one)).text();
  expect(html).toMatch(/^<!DOCTYPE html>/i);
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`));
}

for (const one of ALL) {
  test(`the HTML is valid: ${one.title}`, async ({ baseURL }) => {
    expect(await errors(baseURL, one)).toEqual([]);
  });
}

for (const lang of LANGUAGES) {
  test(`the HTML of all 30 offers is valid (${lang})`, async ({ baseURL }) => {
    const addresses = await offers(baseURL, lang);
    expect(addresses).toHaveLength(30);
    for (const path of addresses) expect.soft(await errors(baseURL, { path }), path).toEqual([]);
  });
}
