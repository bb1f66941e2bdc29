import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { awake } from '../guide.mjs';
import { ALL, LANGUAGES, offers, open } from '../pages.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, each as its rule and the elements. */
async function violations(page) {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(passes.length).toBeGreaterThan(10);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

for (const one of ALL) {
  test(`axe finds nothing on a phone by day or a wide screen at night: ${one.title}`, async ({ page }) => {
    await open(page, one);
    if (one.island) await awake(page);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
  });
}

for (const lang of LANGUAGES) {
  test(`axe finds nothing on any of the 30 offers (${lang})`, async ({ page, baseURL }) => {
    test.setTimeout(180_000);
    const addresses = await offers(baseURL, lang);
    expect(addresses).toHaveLength(30);
    for (const address of addresses) {
      await page.goto(address);
      expect.soft(await violations(page), address).toEqual([]);
    }
  });
}
