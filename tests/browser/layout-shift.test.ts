/** Nothing moves under a learner who reads: not while the course connects, nor when saving has something else to say. */
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtCourse } from './built-course.ts';
import { launchChromium } from './chromium.ts';
import { button, expectSaved } from './learner.ts';
import { type LmsServer, launch, startLms } from './lms-server.ts';
import { serve } from './serve.ts';

/** Of the Layout Instability API, which the types of the DOM do not have. */
interface LayoutShift extends PerformanceEntry {
  readonly hadRecentInput: boolean;
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

let browser: Browser;
let lms: LmsServer;

beforeAll(async () => {
  [browser, lms] = await Promise.all([
    launchChromium(),
    builtCourse('course').then((files) => startLms(files)),
  ]);
});
afterAll(async () => {
  await browser.close();
  await lms.close();
});

/** A window that notes what moves in it. */
async function watched(width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 640 } });
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const {
        hadRecentInput,
        value,
        sources,
      } of list.getEntries() as unknown as readonly LayoutShift[]) {
        const nodes = sources.map(({ node }) => `${node?.nodeName} in ${node?.parentElement?.className}`);
        if (!hadRecentInput) moved.push(`${value}: ${nodes.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return page;
}

const movedIn = (frame: Page | Frame) =>
  frame.evaluate(() => (window as unknown as { moved: string[] }).moved);

it.each([360, 800, 1280])('at a width of %i pixels', async (width) => {
  lms.enrol(`a learner with ${width} pixels`);
  const page = await watched(width);
  const frame = await launch(page, lms);
  await expectSaved(frame);
  await button(frame, 'Start').click();
  await button(frame, 'Next').click();
  await expectSaved(frame);
  expect(await movedIn(frame)).toEqual([]);
  await page.close();
});

it.each([360, 700, 800, 1000, 1280])(
  'without an LMS, of which it says more, at a width of %i pixels',
  async (width) => {
    const served = await serve(await builtCourse('course'));
    const page = await watched(width);
    await page.goto(`${served.url}/index.html`);
    await expect.poll(() => page.locator('.save').textContent()).toContain('No LMS');
    await button(page, 'Start').click();
    await button(page, 'Next').click();
    // On a wide screen the sentence itself begins further left than a shorter one.
    expect((await movedIn(page)).filter((moved) => !/^0\.00\d+: DETAILS in bar$/.test(moved))).toEqual([]);
    const controls = await page.locator('.bar > button, .bar > details').all();
    const boxes = (await Promise.all(controls.map((one) => one.boundingBox()))).filter((box) => box !== null);
    const [top, bottom] = [
      Math.max(...boxes.map(({ y }) => y)),
      Math.min(...boxes.map((box) => box.y + box.height)),
    ];
    expect(boxes.length).toBeGreaterThan(2);
    expect(top).toBeLessThan(bottom);
    await page.close();
    await served.close();
  },
);

it('on a line that brings the bar in two parts', async () => {
  const files = await builtCourse('course');
  const document = new TextDecoder().decode(files.get('index.html'));
  const cut = document.indexOf('<button type="button" class="icon-button');
  expect(cut).toBeGreaterThan(0);
  // Without a script: only what comes may move what is there.
  const served = await serve(new Map(), (request, response) => {
    if (request.url !== '/index.html') return false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write(document.slice(0, cut));
    setTimeout(() => response.end(document.slice(cut)), 500);
    return true;
  });
  const page = await watched(800);
  await page.goto(`${served.url}/index.html`);
  await page.locator('.save-aloud').waitFor({ state: 'attached' });
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await movedIn(page)).toEqual([]);
  await page.close();
  await served.close();
});
