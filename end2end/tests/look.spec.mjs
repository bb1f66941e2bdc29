import { expect, test } from '@playwright/test';
import { textSize } from '../neutral.mjs';
import { ALL, open } from '../pages.mjs';

/** What sticks out of the window to the side, apart from what lies in an area that scrolls by itself. */
const tooWide = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element) => element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const out = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5) && !scrolls(element.parentElement);
    });
    const named = out.map((element) => `${element.tagName}.${element.className.baseVal ?? element.className}`);
    return document.documentElement.scrollWidth > width ? ['(the page scrolls sideways)', ...named] : named;
  });

/** Phone numbers that run over two lines. */
const brokenNumbers = (page) =>
  page.locator('a[href^="tel:"]').evaluateAll((links) =>
    // In a row of what one can do, the number stands in a line of its own.
    links.map((link) => link.querySelector('.phone') ?? link).filter((link) => link.getClientRects().length > 1 || link.offsetHeight > 1.9 * parseFloat(getComputedStyle(link).lineHeight)).map((link) => link.textContent),
  );

/** Everything to tap, with its size; a choice with its label, which is tapped as well. */
const targets = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const MAIN = '.exit, .button, .door, .switch, .back-link, summary, select, button, input, .inline-list a, .call a';
    const inSentence = (element) =>
      getComputedStyle(element).display === 'inline' && element.parentElement.textContent.trim() !== element.textContent.trim();
    return [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden])')]
      // What has no place in the page yet, such as where an answer will stand, is nothing to tap.
      .filter((element) => element.checkVisibility())
      .filter((element) => !inSentence(element))
      .map((element) => {
        const { width, height } = (element.labels?.[0] && element.matches('[type=radio], [type=checkbox]') ? element.labels[0] : element).getBoundingClientRect();
        const name = `${element.tagName}.${element.className} "${(element.labels?.[0] ?? element).textContent.trim().slice(0, 40)}"`;
        return { name, width, height, main: element.matches(MAIN) };
      });
  });

for (const one of ALL) {
  test(`reads without scrolling sideways, on 320 px and with double text: ${one.title}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 740 });
    await open(page, one);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await tooWide(page)).toEqual([]);
    expect(await brokenNumbers(page)).toEqual([]);
    const size = () => page.locator('h1').evaluate((heading) => parseFloat(getComputedStyle(heading.parentElement).fontSize));
    const before = await size();
    await page.setViewportSize({ width: 360, height: 740 });
    await textSize(page, 32);
    expect(await size()).toBe(2 * before);
    expect(await tooWide(page)).toEqual([]);
  });

  test(`has one heading to begin with and room for a thumb: ${one.title}`, async ({ page }) => {
    const answer = await open(page, one);
    expect(answer.status()).toBe(one.status);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('h1')).not.toBeEmpty();
    await expect(page.locator('main')).toHaveCount(1);
    await expect(page.locator('html')).toHaveAttribute('lang', one.lang);
    await expect(page).toHaveTitle(/^\S.* – Trædesten$/);
    const all = await targets(page);
    expect(all.length).toBeGreaterThan(5);
    const low = all.filter(({ width, height, main }) => height < (main ? 44 : 24) || width < 24);
    expect(low).toEqual([]);
  });
}
