/** A course's own look: every colour it makes can be read, and it reaches packages and documents alike. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../build/documents/build-document.ts';
import { documents } from '../../build/documents/index.ts';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { inlineTokens } from '../../build/pipeline/inline-tokens.ts';
import type { CourseFolder } from '../../build/pipeline/read-course.ts';
import { contrast, nearest } from '../../build/pipeline/theme/colour.ts';
import { courseTheme } from '../../build/pipeline/theme/course-theme.ts';
import { pairs } from '../../build/pipeline/theme/pairs.ts';
import type { Palette } from '../../build/pipeline/theme/palette.ts';
import type { Theme } from '../../src/course/theme.ts';
import { web } from '../../src/formats/web/descriptor.ts';
import { courseFolder } from '../documents/made.ts';
import { styleOf } from '../packages/style-of.ts';
import { unzip } from '../packages/unzip.ts';

const failing = (palette: Palette) =>
  pairs.filter(({ colour, ground, needed }) => contrast(palette[colour], palette[ground]) < needed);

describe('colours', () => {
  it.each(['light', 'dark'] as const)('of our own can be read: %s', (time) => {
    expect(failing(courseTheme({})[time])).toEqual([]);
  });

  it('by night are made of those by day where they are left out', () => {
    const { light, dark } = courseTheme({ theme: { light: { accent: '#7b2d26', second: '#1f6f78' } } });
    expect(light.accent).toBe('#7b2d26');
    expect(dark.accent).not.toBe('#85bde6');
    expect(contrast(dark.accent, dark.paper)).toBeGreaterThan(6);
    expect(failing(dark)).toEqual([]);
  });

  it('that are given by night stand as they are given', () => {
    const theme = { light: { accent: '#7b2d26' }, dark: { accent: '#f0a39a' } };
    expect(courseTheme({ theme }).dark.accent).toBe('#f0a39a');
  });

  it('can be read whatever accent passes by day: what is made of it passes with it', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(channel, channel, channel, (...channels) => {
        const accent = `#${channels.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
        const { light, dark } = courseTheme({ theme: { light: { accent } } });
        expect(failing(dark)).toEqual([]);
        // Only the accent itself, or the words on it, can be at fault.
        const others = failing(light).filter(({ colour, ground }) => ![colour, ground].includes('accent'));
        expect(others.filter(({ ground }) => ground !== 'accent-strong')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('are moved no further than they must be, and keep their hue', () => {
    const white = [{ other: '#ffffff', needed: 4.5 }];
    expect(nearest('#1a5683', white)).toBe('#1a5683');
    const moved = nearest('#f5a623', white) ?? '';
    expect(contrast(moved, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(moved, '#ffffff')).toBeLessThan(4.7);
    expect(nearest('#808080', [...white, { other: '#000000', needed: 6 }])).toBeNull();
  });
});

describe('sizes', () => {
  it('are written into the rules; what has two values, or holds under a condition, stays', () => {
    const css =
      ':root{--space:1rem;--ink:#111;--gone:#222}@media (x){:root{--ink:#eee;--wide:2rem;--gone:#333}}p{margin:var(--space);color:var(--ink);width:var(--wide)}';
    expect(inlineTokens(css)).toBe(
      ':root{--ink:#111}@media (x){:root{--ink:#eee;--wide:2rem}}p{margin:1rem;color:var(--ink);width:var(--wide)}',
    );
  });
});

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><path d="M0 0h40v20H0z"/></svg>';

describe('a theme reaches', async () => {
  const font = await readFile(
    join(
      import.meta.dirname,
      '../../node_modules/@fontsource/noto-serif/files/noto-serif-latin-400-normal.woff2',
    ),
  );
  const theme: Theme = {
    light: { accent: '#7b2d26', second: '#1f6f78' },
    fonts: {
      text: 'sans',
      headings: 'House Serif',
      files: [{ name: 'House Serif', src: 'media/house.woff2', licence: 'OFL 1.1, The House' }],
    },
    logo: { src: 'media/logo.svg', alt: 'The House' },
    corner: 'square',
    density: 'airy',
  };
  const small = await courseFolder('tests/fixtures/arabic');
  const course = JSON.parse(new TextDecoder().decode(small.files.get('course.json')));
  const bytes = (text: string) => new TextEncoder().encode(text);
  const folder: CourseFolder = {
    ...small,
    files: new Map([
      ...small.files,
      ['course.json', bytes(JSON.stringify({ ...course, theme: { file: 'theme.json' } }))],
      ['theme.json', bytes(JSON.stringify(theme))],
      ['media/house.woff2', font],
      ['media/logo.svg', bytes(logo)],
    ]),
  };
  const madeOf = async (name: keyof typeof documents) => {
    const built = await buildDocument(folder, documents[name]);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    return built.files;
  };
  const text = (content: Uint8Array | undefined) => new TextDecoder().decode(content);

  it('the package: colours, font with its licence, logo, corners, the app’s icon', async () => {
    const built = await buildPackage(folder, web);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    const file = (path: string) => built.files.find((one) => one.path === path)?.content;
    const html = text(file('index.html'));
    const style = styleOf(html);
    expect(style).toContain('--accent:#7b2d26');
    expect(style).toMatch(/@font-face\{font-family:"?House Serif"?;src:url\("?media\/house\.woff2"?\)/);
    expect(style).toContain('House Serif: OFL 1.1, The House');
    expect(style).toMatch(/h2,h3,h4,h5\{font-family:"?House Serif"?/);
    expect(style).toMatch(/button\{[^}]*border-radius:0/);
    expect(html).toContain(
      '<img src="media/logo.svg" class="start-logo" alt="The House" width="40" height="20" />',
    );
    expect(file('media/house.woff2')).toEqual(font);
    expect(file('media/logo.svg')).toEqual(bytes(logo));
    expect(text(file('icon.svg'))).toContain('#7b2d26');
    expect(text(file('course.webmanifest'))).toContain('"theme_color": "#7b2d26"');
  });

  it.each(['guide', 'handout'] as const)('the %s, which holds all of it', async (name) => {
    const html = text((await madeOf(name))[0]?.content);
    const found = [
      'color:#7b2d26',
      'font/woff2;base64,',
      'alt="The House"',
      Buffer.from(logo).toString('base64'),
    ].filter((one) => html.includes(one));
    expect(found).toHaveLength(4);
    // Paper is light.
    expect(html.includes('prefers-color-scheme')).toBe(false);
  });

  it('the slides, for PowerPoint and for browsers', async () => {
    const [deck, show] = await madeOf('slides');
    const parts = await unzip(deck?.content ?? new Uint8Array());
    const layouts = [...parts]
      .filter(([path]) => path.startsWith('ppt/slideLayouts/slideLayout'))
      .map(([, content]) => text(content));
    expect(layouts.join('')).toContain('7B2D26');
    expect(layouts.join('')).toContain('descr="The House"');
    expect(text(parts.get('ppt/theme/theme1.xml'))).toContain('House Serif');
    expect(
      [...parts]
        .filter(([path]) => path.startsWith('ppt/slides/'))
        .map(([, xml]) => text(xml))
        .join(''),
    ).toContain('1F6F78');
    expect(text(show?.content).includes('background:#7b2d26')).toBe(true);
  });
});
