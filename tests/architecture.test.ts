import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Each layer with the layers that it may import from, besides itself. The order of `src/README.md`. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'src/course': [],
  'src/locales': [],
  'src/classroom': ['src/course'],
  'src/questions': ['src/course', 'src/locales'],
  'src/blocks': ['src/course', 'src/locales', 'src/questions'],
  'src/session': ['src/course', 'src/questions'],
  'src/search': [],
  'src/sitting': ['src/course', 'src/questions', 'src/session'],
  'src/player': [
    'src/course',
    'src/locales',
    'src/questions',
    'src/blocks',
    'src/session',
    'src/search',
    'src/sitting',
  ],
  'src/formats': ['src/course', 'src/questions', 'src/session', 'src/sitting'],
  templates: [],
  'build/package-root.ts': [],
  'build/cache': [],
  'build/watch': [],
  'build/preview': ['src/course', 'src/formats', 'build/package-root.ts', 'build/watch', 'build/pipeline'],
  'build/pipeline': [
    'src/course',
    'src/locales',
    'src/classroom',
    'src/questions',
    'src/blocks',
    'src/session',
    'src/player',
    'src/formats',
    'templates',
    'build/cache',
    'build/package-root.ts',
  ],
  'build/inspect': ['build/package-root.ts', 'build/pipeline'],
  'build/play': ['build/inspect', 'build/pipeline', 'build/preview', 'build/package-root.ts'],
  'build/documents': [
    'src/course',
    'src/locales',
    'src/classroom',
    'build/cache',
    'build/inspect',
    'build/pipeline',
    'build/package-root.ts',
  ],
  'build/import': ['src/course', 'src/questions', 'build/inspect', 'build/pipeline'],
  'build/exchange': [
    'src/course',
    'src/questions',
    'src/blocks',
    'build/import',
    'build/inspect',
    'build/pipeline',
  ],
  'build/diff': [
    'src/course',
    'src/questions',
    'src/session',
    'src/player',
    'src/formats',
    'build/pipeline',
    'build/inspect',
  ],
  'build/commands': [
    'build/cache',
    'build/watch',
    'build/package-root.ts',
    'src/course',
    'src/session',
    'src/formats',
    'build/pipeline',
    'build/documents',
    'build/inspect',
    'build/import',
    'build/exchange',
    'build/diff',
    'build/preview',
    'build/play',
  ],
  'build/docs': [
    'src/course',
    'src/questions',
    'src/blocks',
    'src/formats',
    'build/package-root.ts',
    'build/pipeline',
    'build/cli',
  ],
  'build/library.ts': [
    'build/cache',
    'build/watch',
    'src/course',
    'src/formats',
    'build/pipeline',
    'build/inspect',
    'build/preview',
    'build/play',
    'build/commands',
    'build/documents',
  ],
  'build/cli': [
    'src/formats',
    'build/pipeline',
    'build/documents',
    'build/inspect',
    'build/exchange',
    'build/commands',
  ],
  'build/cli.ts': ['build/cli', 'build/commands', 'build/pipeline'],
  'build/command.ts': ['build/cli.ts', 'build/commands'],
  'build/start': ['build/command.ts'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

async function imports(): Promise<{ inner: Import[]; outer: Import[] }> {
  const inner: Import[] = [];
  const outer: Import[] = [];
  for (const folder of ['src', 'build'])
    for (const file of await readdir(join(root, folder), { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const from = `${folder}/${file}`;
      const text = await readFile(join(root, from), 'utf8');
      const written = text.matchAll(/^(?:import|export)( type)?\b[^;]*?from '([^']+)'/gms);
      // Loaded when it is first needed: an import all the same.
      const late = text.matchAll(/(?<!typeof )\bimport\(()'([^']+)'\)/g);
      for (const [, kind, target = ''] of [...written, ...late]) {
        const isType = kind === ' type';
        if (target.startsWith('.')) inner.push({ from, to: normalize(join(dirname(from), target)), isType });
        else outer.push({ from, to: target, isType });
      }
    }
  return { inner, outer };
}

const layerOf = (file: string) =>
  Object.keys(layers).find((layer) => file === layer || file.startsWith(`${layer}/`));
const { inner, outer } = await imports();

describe('the house', () => {
  it('has every file in a layer', () => {
    const files = new Set(inner.flatMap(({ from, to }) => [from, to]));
    expect([...files].filter((file) => !layerOf(file))).toEqual([]);
    expect(files.size).toBeGreaterThan(50);
  });

  it('lets each layer import only from the layers below it', () => {
    const wrong = inner.filter(({ from, to }) => {
      const [own, other] = [layerOf(from) ?? '', layerOf(to) ?? ''];
      // The one place that joins a tracker with the player.
      if (/^src\/formats\/[^/]+\/entry\.ts$/.test(from) && other === 'src/player') return false;
      // Which lesson was launched stands in the document.
      if (from.endsWith('/in-window.ts') && to === 'src/player/package-data.ts') return false;
      return own !== other && !layers[own]?.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  it('has no import cycle', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of inner) graph.set(from, [...(graph.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycleFrom = (file: string, path: readonly string[]): readonly string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return null;
      for (const next of graph.get(file) ?? []) {
        const cycle = cycleFrom(next, [...path, file]);
        if (cycle) return cycle;
      }
      done.add(file);
      return null;
    };
    expect([...graph.keys()].map((file) => cycleFrom(file, [])).filter(Boolean)).toEqual([]);
  });

  it('keeps Node out of what runs in the browser', () => {
    expect(outer.filter(({ from, to }) => from.startsWith('src/') && to.startsWith('node:'))).toEqual([]);
  });

  it('gives each dependency one owner', () => {
    const owners: Readonly<Record<string, string>> = {};
    for (const { from, to } of outer.filter(({ to, isType }) => !to.startsWith('node:') && !isType))
      Object.assign(owners, { [to]: [...(owners[to] ?? []), from].sort() });
    expect(owners).toEqual({
      '@napi-rs/canvas': ['build/documents/slide-picture.ts'],
      '@xapi/xapi': ['src/formats/xapi/lrs.ts'],
      archiver: ['build/pipeline/zip.ts'],
      'coursewright:activities': ['src/formats/xapi/in-window.ts'],
      'coursewright:used': [
        'src/formats/cmi5/entry.ts',
        'src/formats/scorm12/entry.ts',
        'src/formats/scorm2004/entry.ts',
        'src/formats/universal/entry.ts',
        'src/formats/web/entry.ts',
        'src/formats/xapi/entry.ts',
      ],
      chokidar: ['build/watch/watch-folder.ts'],
      'csv-parse/sync': ['build/exchange/read-csv.ts'],
      esbuild: ['build/pipeline/bundler.ts'],
      'culori/fn': ['build/pipeline/theme/colour.ts'],
      'fastest-levenshtein': ['build/pipeline/did-you-mean.ts'],
      handlebars: ['build/pipeline/templates.ts'],
      htmlparser2: ['build/inspect/markup.ts'],
      'image-size': ['build/pipeline/image-size.ts'],
      'jsonc-parser': ['build/pipeline/read-text.ts'],
      'markdown-it': ['build/pipeline/markdown.ts'],
      mammoth: ['build/import/read-docx.ts'],
      'playwright-core': ['build/play/open-browser.ts'],
      pptxgenjs: ['build/documents/pptx.ts'],
      'scorm-again': ['build/preview/scorm/scorm12-lms.ts', 'build/preview/scorm/scorm2004-lms.ts'],
      'xmllint-wasm': ['build/inspect/check-xml.ts'],
      sharp: ['build/pipeline/lighter-picture.ts'],
      'svgo/browser': ['build/pipeline/lighter-picture.ts'],
      uuid: ['src/formats/xapi/statement.ts'],
      yauzl: ['build/inspect/open-zip.ts'],
    });
  });

  it('prints and exits in one file only', async () => {
    const files = [...new Set(inner.map(({ from }) => from))];
    const talkative: string[] = [];
    for (const file of files)
      if (/\bconsole\.|process\.exit/.test(await readFile(join(root, file), 'utf8'))) talkative.push(file);
    expect(talkative.sort()).toEqual(['build/cli.ts', 'src/formats/xapi/complain.ts']);
  });

  it('touches the DOM in the player and in behaviours only', async () => {
    const wrong: string[] = [];
    for (const file of new Set(inner.map(({ from }) => from))) {
      if (
        !file.startsWith('src/') ||
        file.startsWith('src/player/') ||
        /behaviour\.ts$|\/entry\.ts$|^src\/formats\/fetch-part\.ts$/.test(file)
      )
        continue;
      if (/\bdocument\.|HTMLElement/.test(await readFile(join(root, file), 'utf8'))) wrong.push(file);
    }
    expect(wrong).toEqual([]);
  });
});
