/** The look of a course: its own theme over Coursewright's, with every colour worked out. Pure. */
import type { Course } from '../../../src/course/course.ts';
import type { Theme } from '../../../src/course/theme.ts';
import own from '../../../templates/theme/theme.json' with { type: 'json' };
import { remembered } from '../remembered.ts';
import { byNight, type GivenPalette, type Palette, paletteOf } from './palette.ts';

export interface CourseTheme {
  readonly light: Palette;
  readonly dark: Palette;
  readonly fonts: { readonly text: string; readonly headings: string };
  readonly files: NonNullable<NonNullable<Theme['fonts']>['files']>;
  readonly logo: Theme['logo'] | undefined;
  readonly corner: NonNullable<Theme['corner']>;
  readonly density: NonNullable<Theme['density']>;
}

export function courseTheme({ theme = {} }: Pick<Course, 'theme'>): CourseTheme {
  return themeOf(JSON.stringify(theme));
}

/** Rules, style and documents ask for the same. */
const themeOf = remembered((text) => themeAnew(JSON.parse(text)), 100);

function themeAnew(theme: Theme): CourseTheme {
  const { light, dark } = given(theme);
  const { fonts, logo, corner, density } = theme;
  return {
    light: paletteOf(light),
    dark: paletteOf(dark),
    fonts: {
      ...own.fonts,
      ...(fonts?.text && { text: fonts.text, headings: fonts.text }),
      ...headings(theme),
    },
    files: fonts?.files ?? [],
    logo,
    corner: corner ?? (own.corner as CourseTheme['corner']),
    density: density ?? (own.density as CourseTheme['density']),
  };
}

/** Who chooses a font for the text and says no more means it for all of it. */
function headings({ fonts }: Theme): { headings?: string } {
  return fonts?.headings ? { headings: fonts.headings } : {};
}

function given({ light = {}, dark = {} }: Theme): { light: GivenPalette; dark: GivenPalette } {
  return {
    light: { ...own.light, ...light },
    dark: { ...own.dark, ...byNight(light, { ...own.dark, ...dark }), ...dark },
  };
}
