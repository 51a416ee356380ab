import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PackageFile } from '../../build/pipeline/package-file.ts';
import { zip } from '../../build/pipeline/zip.ts';
import { unzip } from './unzip.ts';

const files = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-zé中]{1,4}(\/[a-z]{1,4})?$/), fc.uint8Array()), {
    selector: ([path]) => path,
    maxLength: 6,
  })
  .map((all) => all.map(([path, content]): PackageFile => ({ path, content })));

/** Bytes that nobody has zipped before. */
const anew = (all: readonly PackageFile[]) =>
  all.map(({ path, content }) => ({ path, content: content.slice() }));

it('zips what it has zipped before as if it had not', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.nat(6), async (all, some) => {
      const whole = await zip(anew(all));
      await zip(all.slice(0, some));
      expect(Buffer.from(await zip(all)).equals(whole)).toBe(true);
      expect(Buffer.from(await zip([...all].reverse())).equals(whole)).toBe(true);
      expect([...(await unzip(whole))].sort()).toEqual(
        all.map(({ path, content }) => [path, Buffer.from(content)]).sort(),
      );
    }),
    { numRuns: 40 },
  );
});

it('knows the same bytes at two paths apart', async () => {
  const content = new TextEncoder().encode('the same '.repeat(40));
  const both = ['one.txt', 'other.txt'].map((path) => ({ path, content }));
  const whole = await zip(anew(both));
  for (const again of [both, both.slice(0, 1), both])
    expect([...(await unzip(await zip(again))).keys()]).toEqual(again.map(({ path }) => path));
  expect(Buffer.from(await zip(both)).equals(whole)).toBe(true);
});
