/** @xapi/xapi without the HTTP client that it carries ready-bundled: our own `fetch` is its adapter, and axios would be half of the script. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { packageRoot } from '../package-root.ts';

/** From the first helper of axios to the end of its own export; the name that the library calls it by is kept. */
const axios =
  /const\{toString:[\w$]+\}=Object\.prototype,[\s\S]*?;const [\w$]+=function[\s\S]*?([\w$]+)\.default=\1;/;

const stub =
  'const $1={request(){throw new Error("axios is not in this bundle: give @xapi/xapi an adapter")}};';

// Wherever it is installed: beside this tool, or above it.
const fromHere = createRequire(join(packageRoot, 'package.json'));

export const withoutAxios: Plugin = {
  name: 'without-axios',
  setup(context) {
    context.onResolve({ filter: /^@xapi\/xapi$/ }, () => ({
      path: join(dirname(fromHere.resolve('@xapi/xapi')), 'XAPI.esm.js'),
    }));
    context.onLoad({ filter: /XAPI\.esm\.js$/ }, async ({ path }) => {
      const whole = await readFile(path, 'utf8');
      const contents = whole.replace(axios, stub);
      if (contents.length === whole.length || contents.includes('AxiosError'))
        throw new Error(`${path} is built in another way than this knows: look where axios is in it.`);
      return { contents, loader: 'js' };
    });
  },
};
