/** A real Chromium, headless, that asks nothing of the network. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../ensure-chromium.mjs';

export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: run "node tests/ensure-chromium.mjs" first.');
  return chromium.launch({
    executablePath,
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
