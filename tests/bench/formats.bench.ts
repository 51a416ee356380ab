/** Prints what the flagship weighs in each format: its zip, and the scripts that a learner loads. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { it } from 'vitest';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { zip } from '../../build/pipeline/zip.ts';
import { formats } from '../../src/formats/index.ts';

it('the flagship in every format', async () => {
  const course = await readCourse(join(import.meta.dirname, '../../course'), 'course');
  const lines: string[] = [];
  for (const format of Object.values(formats)) {
    const built = await buildPackage(course, format);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    const scripts = built.files
      .filter(({ path }) => path.endsWith('.js'))
      .map(({ path, content }) => `${path} ${gzipSync(content).length}`);
    const bytes = (await zip(built.files)).length;
    lines.push(`  ${format.name.padEnd(14)} zip ${bytes} bytes; gzipped ${scripts.join(', ')}`);
  }
  console.log(['\nThe flagship in every format', ...lines].join('\n'));
}, 120_000);
