/** Opens an installed Chromium for a package that nobody trusts: the one place that knows the driver. */
import type { Browser, BrowserContext } from 'playwright-core';

export interface PlayBrowser {
  readonly version: string;
  /** Whether the browser's own sandbox is on; root has none, nor have some containers. */
  readonly isSandboxed: boolean;
  /** A window with a profile that nobody used, and that is gone when it is closed. */
  context(): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** What is shown on most desks below the browser's own bars. CSS pixels. */
const viewport = { width: 1024, height: 768 };

/**
 * @param executablePath of a Chromium or Chrome
 * @param proxy the only way out of it
 */
export async function openBrowser(executablePath: string, proxy: string): Promise<PlayBrowser> {
  const { browser, isSandboxed } = await launched(executablePath, proxy);
  return {
    version: `Chromium ${browser.version()}`,
    isSandboxed,
    context: () =>
      browser.newContext({ viewport, acceptDownloads: false, serviceWorkers: 'block', locale: 'en-US' }),
    close: () => browser.close(),
  };
}

async function launched(
  executablePath: string,
  proxy: string,
): Promise<{ browser: Browser; isSandboxed: boolean }> {
  // It is large: who does not play does not wait for it.
  const { chromium } = await import('playwright-core');
  const launch = (chromiumSandbox: boolean) =>
    chromium.launch({
      executablePath,
      chromiumSandbox,
      timeout: 60_000,
      proxy: { server: proxy, bypass: '<-loopback>' },
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--mute-audio',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Names are never looked up, and peers never called: all goes to the proxy or nowhere.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
      ],
    });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) return { browser: await launch(false), isSandboxed: false };
  try {
    return { browser: await launch(true), isSandboxed: true };
  } catch {
    return { browser: await launch(false), isSandboxed: false };
  }
}
