/** Prints how many calls an LMS gets for each thing that happens, and how many of them are commits. */
import type { Frame } from 'playwright-core';
import { it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { scorm2004 } from '../../src/formats/scorm2004/descriptor.ts';
import { builtCourse } from '../browser/built-course.ts';
import { launchChromium } from '../browser/chromium.ts';
import { answer, answerAnything, button } from '../browser/learner.ts';
import { callsIn, launch, startLms } from '../browser/lms-server.ts';
import { printed } from './printed.ts';

const happenings: readonly { what: string; act: (frame: Frame) => Promise<void> }[] = [
  { what: 'the first page', act: (frame) => button(frame, 'Start').click() },
  { what: 'a page turn', act: (frame) => button(frame, 'Next').click() },
  { what: 'an answer chosen', act: (frame) => answer(frame, 'sort-parts', ['1a', '2b']) },
  { what: 'an answer checked', act: (frame) => button(frame, 'Check').click() },
  { what: 'twelve words typed', act: (frame) => frame.locator('textarea').fill('word '.repeat(12)) },
  {
    what: 'the tab hidden',
    act: (frame) =>
      frame.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }),
  },
  {
    what: 'an assessment begun',
    act: async (frame) => {
      await frame.locator('#cw-outline a').last().click();
      await button(frame, 'Start the assessment').click();
    },
  },
  { what: 'its four questions answered and handed in', act: answerAnything },
];

it.each([scorm12, scorm2004])('calls, $title', async (format: Format & { name: 'scorm12' | 'scorm2004' }) => {
  const lms = await startLms(await builtCourse('tests/fixtures/small', format), format.name);
  const browser = await launchChromium();
  const lines: [string, string][] = [];
  try {
    const page = await browser.newPage();
    const frame = await launch(page, lms);
    let before = { all: 0, commits: 0 };
    const count = async (what: string) => {
      await page.waitForTimeout(6000);
      const calls = await callsIn(page);
      const commits = calls.filter(({ name }) => /Commit$/.test(name)).length;
      lines.push([what, `${calls.length - before.all} calls, ${commits - before.commits} of them commits`]);
      before = { all: calls.length, commits };
    };
    await count('opening');
    for (const { what, act } of happenings) {
      await act(frame);
      await count(what);
    }
  } finally {
    await browser.close();
    await lms.close();
  }
  printed(`calls of a course with four questions, ${format.title}`, lines);
});
