/** The rows of the table of faults that need a browser. */
import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../src/session/check-code.ts';
import { eachInAnLms, lms } from './in-an-lms.ts';
import { answer, button, expectSaved, shownPage, takeAssessment } from './learner.ts';
import { callsIn, failIn, launch, offerIn } from './lms-server.ts';
import { serve } from './serve.ts';
import { closeWindow, errors, forgetDevice, nextWindow, page } from './windows.ts';

const right = { 'q-valve': ['a'], 'q-tools': ['a', 'b'], 'q-drain': ['t'], 'q-parts': ['1a', '2b'] };
const everything = ['LMSSetValue', 'LMSCommit', 'LMSFinish'];

const held = () => lms.record();
const save = (screen: Page | Frame) => screen.locator('.save').textContent();
const writeDown = (frame: Frame, words: string) => frame.locator('textarea').fill(words);
const courseFrame = () => page.frame({ url: /\/course\// }) as Frame;
const crash = async () => {
  const session = await page.context().newCDPSession(page);
  // The renderer dies without another word: nothing is said, nothing is written.
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {});
  await crashed;
};
const anew = async () => {
  await nextWindow();
  return launch(page, lms);
};

eachInAnLms('tests/fixtures/small');

describe('an LMS that does not answer as it should', () => {
  it('is joined when its API comes after the learner has begun, with all that was done', async () => {
    lms.late = -1;
    const frame = await launch(page, lms);
    expect(await save(frame)).toContain('No LMS');
    await button(frame, 'Start').click();
    await button(frame, 'Next').click();
    await writeDown(frame, 'before it came');
    await answer(frame, 'sort-parts', ['1a', '2a']);
    await button(frame, 'Check').click();
    await page.waitForTimeout(4_000);
    await offerIn(page);
    await expect.poll(() => save(courseFrame()), { timeout: 25_000 }).toMatch(/^Saved /);
    expect(await shownPage(courseFrame())).toBe('parts');
    expect(await courseFrame().locator('textarea').inputValue()).toBe('before it came');
    await expect.poll(() => held()?.interactions).toMatchObject([{ id: 'sort-parts', result: '0.5' }]);
    const calls = await callsIn(page);
    expect(calls.filter(({ name }) => name === 'LMSInitialize')).toHaveLength(1);
    await closeWindow(page);
    await expect.poll(() => held()?.isFinished).toBe(true);
    // The time before the LMS came is part of the sitting.
    expect(Number(held()?.totalTime.split(':')[2])).toBeGreaterThan(3);
  }, 60_000);

  it('that refuses to begin is asked again, and is told everything once it begins', async () => {
    lms.fault = { calls: ['LMSInitialize'], how: 'false' };
    const frame = await launch(page, lms);
    expect(await save(frame)).toContain('Your LMS did not answer');
    await button(frame, 'Start').click();
    await button(frame, 'Next').click();
    await writeDown(frame, 'not begun');
    await failIn(page, null);
    await expect.poll(() => save(courseFrame()), { timeout: 25_000 }).toMatch(/^Saved /);
    expect(await courseFrame().locator('textarea').inputValue()).toBe('not begun');
    expect(held()).toMatchObject({ status: 'incomplete', location: 'parts' });
  }, 60_000);

  it('that never begins leaves everything on the device, and the learner goes on', async () => {
    lms.fault = { calls: ['LMSInitialize'], how: 'throw' };
    const frame = await launch(page, lms);
    await frame.locator('#cw-outline a', { hasText: 'Check what you know' }).click();
    await takeAssessment(frame, right);
    expect(await save(frame)).toContain('Your LMS did not answer: nothing is recorded.');
    expect(await frame.locator('.result-told').textContent()).toContain('kept on this device only');
    await closeWindow(page);
    expect(held()).toBeNull();
    const again = await anew();
    expect(await again.locator('.result-score').textContent()).toBe('100 per cent');
  }, 60_000);

  it('in a window of another origin cannot be heard: the course says that there is no LMS', async () => {
    const away = await serve(
      new Map([
        [
          'lms.html',
          new TextEncoder().encode(
            `<!doctype html><title>LMS</title><link rel="icon" href="data:,"><script>window.API = {}</script>
            <iframe src="${lms.url}/course/index.html"></iframe>`,
          ),
        ],
      ]),
    );
    await page.goto(`${away.url.replace('127.0.0.1', 'localhost')}/lms.html`);
    await expect.poll(() => save(courseFrame())).toContain('No LMS');
    await button(courseFrame(), 'Start').click();
    expect(await shownPage(courseFrame())).toBe('before');
    await away.close();
  }, 60_000);

  it('that ends the session itself is named, and the next launch tells what was left', async () => {
    const frame = await launch(page, lms);
    await button(frame, 'Start').click();
    await expectSaved(frame);
    await failIn(page, { calls: everything, how: 'ended' });
    await button(frame, 'Next').click();
    await writeDown(frame, 'after the end');
    await expect.poll(() => save(frame)).toContain('Your LMS has ended this session.');
    await closeWindow(page);
    expect(held()?.location).toBe('before');
    const again = await anew();
    expect(await again.locator('textarea').inputValue()).toBe('after the end');
    await expect.poll(() => held()?.location).toBe('parts');
  }, 60_000);
});

describe('what the LMS kept', () => {
  const leaveWords = async () => {
    const frame = await launch(page, lms);
    await button(frame, 'Start').click();
    await button(frame, 'Next').click();
    await writeDown(frame, 'worth keeping');
    await closeWindow(page);
    await expect.poll(() => held()?.isFinished).toBe(true);
  };

  it.each([
    ['cut', (text: string) => text.slice(0, 20)],
    ['changed', (text: string) => text.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['of another tool', () => '{"bookmark":"slide7","viewed":[1,2,3]}'],
    ['gone', () => ''],
  ])('%s is filled from the device', async (_, change) => {
    await leaveWords();
    lms.tamper((kept) => ({ ...kept, suspendData: change(kept.suspendData) }));
    const frame = await anew();
    expect(await frame.locator('textarea').inputValue()).toBe('worth keeping');
    expect(await frame.locator('.notice').count()).toBe(0);
    await expectSaved(frame);
    await closeWindow(page);
    await forgetDevice();
    const elsewhere = await anew();
    expect(await elsewhere.locator('textarea').inputValue()).toBe('worth keeping');
  });

  it('cut, on a device that kept nothing, is said: the learner goes on from the page that was left', async () => {
    await leaveWords();
    await forgetDevice();
    lms.tamper((kept) => ({ ...kept, suspendData: kept.suspendData.slice(0, 20) }));
    const frame = await anew();
    expect(await shownPage(frame)).toBe('parts');
    expect(await frame.locator('.notice').textContent()).toContain('cannot be read');
    await frame.locator('.notice button').click();
    expect(await frame.locator('.notice').count()).toBe(0);
  });

  it('is nothing after an administrator reset the attempt: the device does not bring the old one back', async () => {
    await leaveWords();
    lms.enrol('learner-7');
    const frame = await anew();
    expect(await shownPage(frame)).toBe('cw-start');
    expect(await frame.locator('textarea').inputValue()).toBe('');
  });
});

describe('a device', () => {
  it('whose window is killed loses nothing that was done more than a second ago', async () => {
    const frame = await launch(page, lms);
    await button(frame, 'Start').click();
    await button(frame, 'Next').click();
    await expectSaved(frame);
    await answer(frame, 'sort-parts', ['1a', '2b']);
    await button(frame, 'Check').click();
    await writeDown(frame, 'typed a second ago');
    await button(frame, 'Previous').click();
    await page.waitForTimeout(1000);
    await crash();
    errors.splice(0);
    const again = await anew();
    expect(await shownPage(again)).toBe('before');
    expect(await again.locator('textarea').inputValue()).toBe('typed a second ago');
    expect(await again.locator('[data-question="sort-parts"] input[value="2b"]').isChecked()).toBe(true);
    await expect.poll(() => held()?.interactions.length).toBe(1);
  }, 60_000);

  it('that denies storage does not keep the LMS from being told, and the learner is warned when it is not', async () => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    });
    const frame = await launch(page, lms);
    await button(frame, 'Start').click();
    await expectSaved(frame);
    await failIn(page, { calls: everything, how: 'false' });
    await button(frame, 'Next').click();
    await expect.poll(() => save(frame)).toContain('Keep this window open');
  }, 60_000);
});

describe('a second window of the same course', () => {
  it('says so and records nothing; taken over, it goes on where the first one was, which stops', async () => {
    const first = await launch(page, lms);
    await button(first, 'Start').click();
    await expectSaved(first);
    const firstPage = page;
    await nextWindow();
    await page.goto(`${lms.url}/lms.html`);
    await expect.poll(() => courseFrame()?.locator('.notice').textContent()).toContain('another window');
    expect(await save(courseFrame())).toBe('Nothing is recorded here.');
    expect(await callsIn(page)).toEqual([]);
    expect(await button(courseFrame(), 'Start').isDisabled()).toBe(true);

    // The page of this LMS has read its record already: what the first window says from here on it does not see.
    await button(first, 'Next').click();
    await writeDown(first, 'in the first window');
    await answer(first, 'sort-parts', ['1a', '2b']);
    await button(first, 'Check').click();
    await expectSaved(first);

    await button(courseFrame(), 'Go on here').click();
    await expect.poll(() => first.locator('.notice').textContent()).toContain('another window');
    await courseFrame().waitForSelector('html[data-started]');
    expect(await shownPage(courseFrame())).toBe('parts');
    expect(await courseFrame().locator('textarea').inputValue()).toBe('in the first window');
    expect(await courseFrame().locator('[data-question="sort-parts"] input[value="2b"]').isChecked()).toBe(
      true,
    );
    await expectSaved(courseFrame());
    const callsOfFirst = (await callsIn(firstPage)).length;
    await closeWindow(firstPage);
    expect(callsOfFirst).toBeGreaterThan(5);
    expect(held()?.isFinished).toBe(false);
  }, 60_000);
});

describe('the learner can trust what is said about saving', () => {
  it('behind the indicator stands when the LMS last acknowledged, what waits, and when it is tried again', async () => {
    const frame = await launch(page, lms);
    await button(frame, 'Start').click();
    await expectSaved(frame);
    await frame.locator('.save').click();
    expect(await frame.locator('.save-detail').textContent()).toMatch(
      /acknowledged everything at \d+:\d\d:\d\d/,
    );
    await page.keyboard.press('Escape');
    expect(await frame.locator('.save-more').isVisible()).toBe(false);
    await failIn(page, { calls: everything, how: 'false' });
    await button(frame, 'Next').click();
    await answer(frame, 'sort-parts', ['1a', '2b']);
    await button(frame, 'Check').click();
    await expect.poll(() => save(frame)).toContain('Not connected');
    await frame.locator('.save').click();
    const detail = await frame.locator('.save-detail').textContent();
    expect(detail).toContain('Your LMS last acknowledged your progress at');
    expect(detail).toContain('1 answer waits to be sent.');
    expect(detail).toMatch(/tried again at \d+:\d\d:\d\d/);
    await failIn(page, null);
    await button(frame, 'Try now').click();
    await expectSaved(frame);
    expect(held()?.interactions).toHaveLength(1);
  }, 60_000);

  it('a receipt names course, version, learner, score and what the LMS acknowledged, under a check code', async () => {
    const frame = await launch(page, lms);
    await frame.locator('#cw-outline a', { hasText: 'Check what you know' }).click();
    await takeAssessment(frame, right);
    await expectSaved(frame);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      frame.locator('.assessment-result [data-receipt="keep"]').click(),
    ]);
    expect(download.suggestedFilename()).toBe('pump-house-receipt.txt');
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'Course',
      'Version',
      'Learner',
      'Date',
      'Pages done',
      'Score',
      'Time spent',
      'Acknowledged by the LMS',
      'Check code',
    ]);
    expect(lines[2]).toBe('Learner: Learner, Seven (learner-7)');
    expect(lines[5]).toBe('Score: 100 per cent. Passed.');
    expect(lines[7]).toContain('100 per cent. Passed. (');
    expect(lines[8]).toBe(`Check code: ${checkCode(lines.slice(0, 8))}`);
    expect(checkCode(lines.slice(0, 8).map((line) => line.replace('100', '99')))).not.toBe(
      lines[8]?.slice(12),
    );
  }, 60_000);
});
