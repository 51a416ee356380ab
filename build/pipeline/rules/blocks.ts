import { pointerStep } from '../../../src/course/problem.ts';
import { localeFor, locales } from '../../../src/locales/index.ts';
import { oneOf } from '../did-you-mean.ts';
import type { Rule } from './rule.ts';

/** What the folders of the types say of their own. */
export const typesAgree: Rule = ({ typed }) =>
  typed.flatMap(({ pointer, type, value }) =>
    (type.check?.(value as never) ?? []).map((mistake) => ({
      ...mistake,
      pointer: pointer + mistake.pointer,
    })),
  );

/** Key messages are numbered once each. */
export const keyMessagesAreNumberedOnce: Rule = ({ typed }) => {
  const seen = new Set<unknown>();
  return typed
    .filter(({ value }) => value.type === 'key-message')
    .flatMap(({ pointer, value }) => {
      if (!seen.has(value.number)) {
        seen.add(value.number);
        return [];
      }
      return [
        {
          pointer: `${pointer}${pointerStep('number')}`,
          message: `there is a key message ${value.number} before.`,
          hint: 'Number key messages 1, 2, 3 … in the order of the lesson: the handout lists them.',
        },
      ];
    });
};

/** What a course is translated into is another language than its own. */
export const translationsAreOfOtherLanguages: Rule = ({ course: { language, translations = [] } }) =>
  translations.flatMap((one, index) =>
    one === language
      ? [
          {
            pointer: `/translations${pointerStep(index)}`,
            message: `"${one}" is the language of the course itself.`,
            hint: 'Take it out: it is built all the same.',
          },
        ]
      : [],
  );

/** The player speaks the course's language, or says that it will speak English. */
export const playerSpeaksTheLanguage: Rule = ({ course }) =>
  localeFor(course.language) === course.language.split('-')[0]
    ? []
    : [
        {
          severity: 'warning',
          pointer: '/language',
          message: `the player has no words in "${course.language}" yet: its own will be English.`,
          hint: `It speaks ${oneOf(Object.keys(locales))}; a language is one file in src/locales.`,
        },
      ];
