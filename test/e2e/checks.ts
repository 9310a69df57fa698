// Checks for any page: WCAG violations, sideways scrolling, target sizes.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** Even the emptiest page passes this many rules: fewer means that axe did not run properly. */
const MIN_PASSES = 15;
const MIN_TARGET_PIXELS = 24;

/** Violations found by axe, one line each. It runs in the main document only: the pages' policy allows no frames. */
export async function violations(page: Page, where: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (values) => {
    const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
    // Only violations in detail: collecting the nodes that passed takes longer than the checks.
    const results = await inPage.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return {
      passed: results.passes.length,
      wrong: results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)),
    };
  }, TAGS);
  if (found.passed < MIN_PASSES) throw new Error(`${where}: axe passed ${found.passed} rules only`);
  return found.wrong.map((line) => `${where}: ${line}`);
}

/** A line if the page can be scrolled sideways, with the element that is too wide. */
export const sideways = (page: Page, where: string): Promise<string[]> =>
  page.evaluate((name) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${name}: ${scrollWidth} > ${clientWidth}: ${wide.slice(-1)[0]?.outerHTML.slice(0, 160)}`];
  }, where);

/** Targets smaller than 24 by 24 pixels; links inside sentences may be (WCAG 2.5.8). */
export const smallTargets = (page: Page, where: string): Promise<string[]> =>
  page.evaluate(
    ({ name, least }) =>
      [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary')]
        .filter((one) => one.checkVisibility() && !one.closest('p, td, dd, .govuk-skip-link'))
        .filter((one) => one.getBoundingClientRect().width > 0 && !one.matches('.govuk-skip-link'))
        .filter((one) => one.getBoundingClientRect().width < least || one.getBoundingClientRect().height < least)
        .map((one) => `${name}: ${one.outerHTML.slice(0, 120)}`),
    { name: where, least: MIN_TARGET_PIXELS },
  );
