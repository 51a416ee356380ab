/** Windows of one learner on one device: what they share outlives each of them. */
import type { Browser, Page } from 'playwright-core';

/** @param errors is told of everything that goes wrong in the window, and of every dialog box */
export async function openWindow(browser: Browser, errors: string[]): Promise<Page> {
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const opened = await context.newPage();
  opened.on('pageerror', (error) => errors.push(error.message));
  opened.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  opened.on('dialog', (dialog) => errors.push(`a dialog box: ${dialog.message()}`));
  return opened;
}

/**
 * Closes a window that stands still: Chromium gives a page half a second for its last words, and on a busy machine one
 * that is still at work has nothing left of it.
 */
export async function closeWindow(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5_000 })));
  await page.close();
}

/** The learner goes to another device. */
export async function forgetDevice(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}
