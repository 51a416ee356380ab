/** Which languages a build or a preview is of. */

import { didYouMean, oneOf } from '../pipeline/did-you-mean.ts';
import { parseCourse } from '../pipeline/parse-course.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';
import { languagesOf, packagedLanguages, together } from '../pipeline/translation/versions.ts';
import { WrongUse } from './command.ts';

/**
 * The languages of each package.
 * @param names tags, or "together"; what the course says where there are none
 */
export function editionsNamed(
  folder: CourseFolder,
  names: readonly string[],
): readonly (readonly string[])[] {
  const parsed = parseCourse(folder, []);
  // A course with mistakes tells them when it is built.
  if (!parsed.ok) return [[]];
  if (names.length === 0) return packagedLanguages(parsed.course);
  const all = languagesOf(parsed.course);
  return [...new Set(names)].map((name) => {
    if (name === together) return all;
    if (all.includes(name)) return [name];
    throw new WrongUse(
      `The course has no language "${name}". ${didYouMean(name, all)} Use ${oneOf([...all, together])}.`,
    );
  });
}
