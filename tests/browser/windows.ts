/** Windows of one learner on one device: what they share outlives each of them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from './chromium.ts';

/** The browser of a test file. */
export let browser: Browser;
/** The window that the learner looks at. */
export let page: Page;

/** What went wrong in the windows of a test; whoever takes something out has expected it. */
export const errors: string[] = [];

/**
 * A device of its own for each test of a file, with a window that is open; nothing goes wrong in any.
 * @param without   see `launchChromium`
 * @param tolerated what a browser writes into its console though nothing is wrong
 */
export function eachOnADevice(without: readonly string[] = [], tolerated?: RegExp): void {
  beforeAll(async () => {
    browser = await launchChromium(without);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    await nextWindow();
  });
  afterEach(async () => {
    await forgetDevice();
    expect(errors.splice(0).filter((error) => !tolerated?.test(error))).toEqual([]);
  });
}

/** Another window, which the learner looks at from now on. */
export async function nextWindow(): Promise<void> {
  const context = browser.contexts()[0] ?? (await browser.newContext());
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('dialog', (dialog) => errors.push(`a dialog box: ${dialog.message()}`));
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
export async function forgetDevice(): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}
