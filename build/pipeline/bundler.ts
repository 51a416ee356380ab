/** The bundler, as everything here is bundled. The one place that knows it. */
import type { BuildOptions } from 'esbuild';
import { packageRoot } from '../package-root.ts';

export type { Plugin } from 'esbuild';

// Browsers of the last five years: phones in the field are older than desks.
const target = ['chrome105', 'firefox121', 'safari16'];

/** A program of its own: it is loaded when there is something to bundle. */
const bundler = () => import('esbuild');

/** Starts the bundler, which gets ready while something else is done: whoever bundles next need not wait for it. */
export async function warmBundler(): Promise<void> {
  const { transform } = await bundler();
  transform('').catch(() => {});
}

/** Bundles one script or stylesheet. @throws what the bundler says of a source with faults */
export async function bundled(options: BuildOptions): Promise<string> {
  const { build } = await bundler();
  const result = await build({
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    absWorkingDir: packageRoot,
    target,
    ...options,
  });
  return result.outputFiles?.[0]?.text ?? '';
}
