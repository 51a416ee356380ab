/** What no tool measures by itself: how large targets are, and whether text with more room still fits. */
import type { Page } from 'playwright-core';

/** Controls on the screen under 24 by 24 pixels (WCAG 2.2, 2.5.8). A link in a sentence may be as high as its line. */
export function smallTargets(page: Page, where: string): Promise<string[]> {
  return page.evaluate((where) => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    );
    return [...controls].flatMap((control) => {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.matches('.skip')) return [];
      const isInText =
        control.matches('a') &&
        getComputedStyle(control).display === 'inline' &&
        control.parentElement?.textContent?.trim() !== control.textContent?.trim();
      if (isInText) return [];
      const [own, label] = [control, control.closest('label') ?? control].map((one) =>
        one.getBoundingClientRect(),
      );
      const { width = 0, height = 0 } =
        (own?.height ?? 0) < (label?.height ?? 0) ? (label ?? {}) : (own ?? {});
      if (width >= 24 && height >= 24) return [];
      return [`${where}: ${Math.round(width)} × ${Math.round(height)}: ${control.outerHTML.slice(0, 120)}`];
    });
  }, where);
}

/** Text that is cut off, or a page that scrolls sideways, once a reader sets the spacing of WCAG 2.2, 1.4.12. */
export async function cutBySpacing(page: Page, where: string): Promise<string[]> {
  const style = await page.addStyleTag({
    content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`,
  });
  const cut = await page.evaluate((where) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`${where}: scrolls sideways`] : [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      // A line that opens when it is pressed says the rest then.
      if (element.matches('details:not([open]) > summary')) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      if (overflowX !== 'hidden' && overflowY !== 'hidden' && overflowX !== 'clip') continue;
      if (!element.checkVisibility({ visibilityProperty: true }) || element.clientWidth <= 1) continue;
      const isCut =
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (isCut && element.textContent?.trim())
        found.push(`${where}: cuts ${element.outerHTML.slice(0, 120)}`);
    }
    return found;
  }, where);
  await style.evaluate((element) => (element as Element).remove());
  return cut;
}
