/** Prints HTML to PDF with an installed browser, as a process of its own: no library, no download. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fillPageNumbers, pageNumbers, wantsPageNumbers } from './page-numbers.ts';

/** A browser that hangs is stopped: a guide of 60 pages takes some seconds. */
const patience = 120_000;

/**
 * A document as PDF, with an outline of its headings, and page numbers in its table of contents.
 * @throws with what the browser said, where no PDF came of it
 */
export async function printPdf(browser: string, html: Uint8Array): Promise<Uint8Array> {
  const first = await print(browser, html);
  const text = new TextDecoder().decode(html);
  if (!wantsPageNumbers(text)) return first;
  return print(browser, new TextEncoder().encode(fillPageNumbers(text, pageNumbers(first))));
}

async function print(browser: string, html: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'coursewright-print-'));
  try {
    const [page, pdf] = [join(folder, 'document.html'), join(folder, 'document.pdf')];
    await writeFile(page, html);
    const said = await run(browser, [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      // Root has no sandbox of its own; what is printed is our own document without a script.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]);
    return await readFile(pdf).catch(() => {
      throw new Error(`${browser} printed nothing. It said: ${said.trim().slice(-500) || 'nothing'}`);
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function run(browser: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(browser, [...args], { timeout: patience, killSignal: 'SIGKILL' }, (_, out, err) =>
      resolve(out + err),
    );
  });
}
