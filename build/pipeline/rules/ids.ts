import { pagesOf } from '../../../src/course/course.ts';
import { didYouMean, oneOf } from '../did-you-mean.ts';
import type { Rule } from './rule.ts';

/** Ids are unique in the whole course: progress and links hang on them. */
export const idsAreUnique: Rule = ({ ofFormats }) => {
  const seen = new Set<string>();
  return ofFormats('id').flatMap(({ pointer, value }) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ pointer, message: `the id "${value}" is used before.`, hint: 'Give each its own id.' }];
  });
};

/** Marks are unique in their list, and in all lists that a question's answer is made of each for itself. */
export const marksAreUnique: Rule = ({ ofFormats }) => {
  const seen = new Set<string>();
  return ofFormats('mark').flatMap(({ pointer, value }) => {
    const list = around(around(pointer));
    const key = `${list}#${value}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        pointer,
        message: `"${value}" is used before in this list.`,
        hint: 'Give each its own character, 0-9 or a-z.',
      },
    ];
  });
};

/** The pointer of what something stands in. */
function around(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** What names an outcome, a page, a source or an item bank names one that the course has. */
export const referencesResolve: Rule = ({ course, ofFormats }) => {
  const known: Readonly<Record<string, { readonly what: string; readonly ids: readonly string[] }>> = {
    outcome: { what: 'an outcome', ids: course.outcomes.map((one) => one.id) },
    bank: { what: 'an item bank', ids: (course.banks ?? []).map((one) => one.id) },
    page: { what: 'a page', ids: pagesOf(course).map((one) => one.id) },
    reference: { what: 'a reference', ids: (course.references ?? []).map((one) => one.id) },
  };
  return Object.entries(known).flatMap(([format, list]) =>
    ofFormats(format).flatMap(({ pointer, value }) => {
      if (list.ids.includes(value)) return [];
      const allowed = list.ids.length > 0 ? `The course has ${oneOf(list.ids)}.` : `The course has none.`;
      return [
        {
          pointer,
          message: `"${value}" is not the id of ${list.what}.`,
          hint: `${didYouMean(value, list.ids)} ${allowed}`.trim(),
        },
      ];
    }),
  );
};
