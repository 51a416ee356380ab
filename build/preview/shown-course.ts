/** What the emulator shows of a course: which of its languages, and which LRS is told besides the LMS. Pure. */
import type { Course } from '../../src/course/course.ts';
import type { Format } from '../../src/formats/format.ts';
import { languageName } from '../pipeline/translation/language-name.ts';
import { languagesOf, packagedLanguages, together } from '../pipeline/translation/versions.ts';
import type { LanguageChoice, PlayableFormat, PreviewState } from './state.ts';

export interface ShownCourse extends Pick<PreviewState, 'languages' | 'language' | 'besides'> {
  /** The languages of the package. */
  readonly packaged: readonly string[];
}

/** @param wanted a tag or "together"; as the course says where it is null or has gone from the course */
export function shownCourse(
  course: Course,
  { lrsBesides }: Format,
  playable: PlayableFormat,
  wanted: string | null,
): ShownCourse {
  const all = languagesOf(course);
  const languages = languageChoices(all);
  const usual = packagedLanguages(course)[0] ?? [];
  const language = languages.some(({ name }) => name === wanted)
    ? (wanted as string)
    : usual.length > 1
      ? together
      : course.language;
  const { lrs } = course;
  return {
    ...{ languages, language },
    packaged: language === together ? all : [language],
    besides: lrsBesides && lrs && isScorm(playable) ? { named: lrs.endpoint ?? null } : null,
  };
}

function languageChoices(all: readonly string[]): LanguageChoice[] {
  const each = all.map((name) => ({ name, title: `${languageName(name)} (${name})` }));
  return all.length > 1 ? [...each, { name: together, title: 'All in one package' }] : each;
}

const isScorm = ({ standard }: PlayableFormat) => standard === 'scorm12' || standard === 'scorm2004';

/** What an author tries out goes to no LRS that counts, whatever the course names: it is told that of the launch. */
export function inTrial(format: Format): Format {
  return format.lrsBesides ? { ...format, lrsBesides: 'launched' } : format;
}
