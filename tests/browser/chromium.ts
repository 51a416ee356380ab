/** A real Chromium, headless, that asks nothing of the network. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../ensure-chromium.mjs';

/** @param without arguments that Playwright gives a Chromium and this test does not want */
export function launchChromium(without: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: run "node tests/ensure-chromium.mjs" first.');
  return chromium.launch({
    executablePath,
    ignoreDefaultArgs: [...without],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
