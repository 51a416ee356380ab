/** Prints what a learner has to load and an LMS has to answer: counts and sizes measured in this very run. */
import { gzipSync } from 'node:zlib';
import { it } from 'vitest';
import { builtCourse } from '../browser/built-course.ts';
import { launchChromium } from '../browser/chromium.ts';
import { answerAnything, button } from '../browser/learner.ts';
import { callsIn, launch, startLms } from '../browser/lms-server.ts';

/** Bytes of script and stylesheet, gzipped: with every type in use, and for text alone. */
const [most, textAlone] = [40_000, 15_000];

it.each([
  { course: 'course', budget: most },
  { course: 'tests/fixtures/full', budget: most },
  { course: 'tests/fixtures/small', budget: most },
  { course: 'tests/fixtures/text', budget: textAlone },
])('$course', async ({ course, budget }) => {
  const files = await builtCourse(course);
  const lms = await startLms(files);
  const browser = await launchChromium();
  const lines: [string, string][] = [];
  try {
    const page = await browser.newPage();
    const frame = await launch(page, lms);
    await page.waitForLoadState('networkidle');
    const weight = (path: string) => gzipSync(files.get(path) ?? '').length;
    const code = weight('player.js') + weight('player.css');
    lines.push(['script, gzipped', `${weight('player.js')} bytes`]);
    lines.push(['stylesheet, gzipped', `${weight('player.css')} bytes`]);
    lines.push([
      'script and stylesheet',
      `${code} bytes, ${((100 * code) / budget).toFixed(0)} % of the budget of ${budget}`,
    ]);
    lines.push(['document, gzipped', `${weight('index.html')} bytes`]);
    lines.push([
      'requests to the first screen',
      String(lms.requests.filter((path) => path.startsWith('course/')).length),
    ]);

    const counts = async () => {
      const calls = await callsIn(page);
      const count = (name: string) => calls.filter((call) => call.name === name).length;
      return { all: calls.length, commits: count('LMSCommit') };
    };
    const measure = async (what: string, act: () => Promise<void>) => {
      const before = await counts();
      await act();
      await frame.waitForFunction(
        () => document.querySelector('.save')?.getAttribute('data-state') === 'saved',
        null,
        {
          timeout: 15_000,
        },
      );
      const after = await counts();
      lines.push([
        what,
        `${after.all - before.all} calls, ${after.commits - before.commits} of them commits`,
      ]);
    };
    await page.waitForTimeout(2500);
    const opened = await counts();
    lines.push(['opening', `${opened.all} calls, ${opened.commits} of them commits`]);
    await measure('a page turn', () => button(frame, 'Start').click());
    await frame.locator('#cw-outline a').last().click();
    const begin = frame.locator('.page[data-shown] [data-action="begin"]');
    if ((await begin.count()) > 0) {
      await begin.click();
      await measure('a whole assessment', () => answerAnything(frame));
    }
  } finally {
    await browser.close();
    await lms.close();
  }
  const width = Math.max(...lines.map(([what]) => what.length));
  console.log(
    [`\n${course}, SCORM 1.2`, ...lines.map(([what, figure]) => `  ${what.padEnd(width)}  ${figure}`)].join(
      '\n',
    ),
  );
});
