/** Prints what a learner has to load: counts and sizes measured in this very run. */
import { gzipSync } from 'node:zlib';
import { it } from 'vitest';
import { builtCourse } from '../browser/built-course.ts';
import { launchChromium } from '../browser/chromium.ts';
import { launch, startLms } from '../browser/lms-server.ts';
import { styleOf } from '../packages/style-of.ts';
import { printed } from './printed.ts';

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
    await launch(page, lms);
    await page.waitForLoadState('networkidle');
    const weight = (path: string) => gzipSync(files.get(path) ?? '').length;
    const style = gzipSync(styleOf(new TextDecoder().decode(files.get('index.html')))).length;
    const code = weight('player.js') + style;
    lines.push(['script, gzipped', `${weight('player.js')} bytes`]);
    lines.push(['stylesheet, gzipped', `${style} bytes, in the document`]);
    lines.push([
      'script and stylesheet',
      `${code} bytes, ${((100 * code) / budget).toFixed(0)} % of the budget of ${budget}`,
    ]);
    lines.push([
      'tools, gzipped',
      `${weight('tools.js') + weight('tools.css')} bytes of script and stylesheet, fetched when they are first used`,
    ]);
    lines.push(['document, gzipped', `${weight('index.html')} bytes`]);
    lines.push([
      'requests to the first screen',
      String(lms.requests.filter((path) => path.startsWith('course/')).length),
    ]);
  } finally {
    await browser.close();
    await lms.close();
  }
  printed(`${course}, SCORM 1.2`, lines);
});
