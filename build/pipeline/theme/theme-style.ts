/** A theme as the custom properties that style sheets go by. Pure. */
import type { FontFile } from '../../../src/course/theme.ts';
import type { CourseTheme } from './course-theme.ts';
import type { Palette } from './palette.ts';

/** What a document is seen on. Paper is light, whatever the system wants. */
export type Medium = 'screen' | 'paper';

/** @param addressOf where a font is, seen from the style sheet */
export function themeStyle(theme: CourseTheme, medium: Medium, addressOf: (path: string) => string): string {
  const { light, dark, fonts, files, logo, corner, density } = theme;
  const root = [
    // On the screen the document says that it is both.
    ...(medium === 'paper' ? ['color-scheme:light'] : []),
    ...colours(light),
    `--font:${stackOf(fonts.text)}`,
    `--font-headings:${stackOf(fonts.headings)}`,
    `--corner:${corners[corner]}`,
    ...densities[density],
  ];
  return [
    ...(logo && medium === 'screen' ? ['@import "./templates/theme/logo.css";'] : []),
    ...files.map((file) => fontFace(file, addressOf)),
    `:root{${root.join(';')}}`,
    ...(medium === 'paper'
      ? []
      : [`@media screen and (prefers-color-scheme:dark){:root{${colours(dark).join(';')}}}`]),
  ].join('\n');
}

/** The colours of paper for a part of a page, which is light whatever is around it. */
export function paperColours({ light }: CourseTheme, selector: string): string {
  return `${selector}{color-scheme:light;${colours(light).join(';')}}`;
}

function colours(palette: Palette): string[] {
  return Object.entries(palette).map(
    ([role, colour]) => `--${role}:${colour.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3')}`,
  );
}

function fontFace(
  { name, src, weight = '400', style = 'normal', licence }: FontFile,
  addressOf: (path: string) => string,
) {
  // What stands between /*! and */ is kept in the package.
  const note = `/*! ${name}: ${licence.replace(/[*<]/g, ' ')} */`;
  return `${note}\n@font-face{font-family:"${name}";src:url("${addressOf(src)}") format("woff2");font-weight:${weight};font-style:${style};font-display:swap}`;
}

/** Latin, Greek and Cyrillic come from the first that is there; every other script from the system's own. */
const stacks: Readonly<Record<string, string>> = {
  sans: 'system-ui,sans-serif',
  serif: 'Charter,Georgia,"Noto Serif",system-ui,sans-serif',
  rounded: 'ui-rounded,"SF Pro Rounded",Nunito,Quicksand,system-ui,sans-serif',
};

export function stackOf(font: string): string {
  return stacks[font] ?? `"${font}",${stacks.sans}`;
}

const corners = { square: '0', soft: '.375rem', round: '.875rem' } as const;

/** The steps of the spacing that breathe; the small ones hold things together and stay: see tokens.css. */
const densities = {
  compact: ['--leading:1.5', '--space-4:.875rem', '--space-5:1.125rem', '--space-6:1.75rem'],
  normal: ['--leading:1.6', '--space-4:1rem', '--space-5:1.5rem', '--space-6:2.5rem'],
  airy: ['--leading:1.7', '--space-4:1.125rem', '--space-5:2rem', '--space-6:3.25rem'],
} as const;
