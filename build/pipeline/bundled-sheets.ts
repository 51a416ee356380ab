/** Which stylesheets a package is made of, and where the parts of a block type lie. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { PlayerConstants } from './player-constants.ts';
import type { CourseFolder } from './read-course.ts';
import type { UsedTypes } from './used-types.ts';

/** Where a part of a block type is: ours in src/blocks, the course's own in its folder. */
export function blockPart(
  type: string,
  parts: readonly string[],
  { files }: CourseFolder,
): string | undefined {
  return parts.flatMap((part) => {
    if (existsSync(join(packageRoot, 'src/blocks', type, part))) return [`./src/blocks/${type}/${part}`];
    return files.has(`blocks/${type}/${part}`) ? [`course:blocks/${type}/${part}`] : [];
  })[0];
}

/** Of what is fetched when it is first used. */
export const toolSheets = [
  './templates/theme/tokens.css',
  './templates/theme/tools.css',
  './templates/certificate/certificate.css',
];

export function playerSheets(
  { questions, hasLessons }: UsedTypes,
  { isFree, speaksSeveral }: PlayerConstants,
): string[] {
  const asking =
    questions.length > 0 ? ['./templates/theme/question.css', './templates/theme/assessment.css'] : [];
  const lessons = hasLessons ? ['./templates/theme/lessons.css'] : [];
  const locks = isFree ? [] : ['./templates/theme/locks.css'];
  const languages = speaksSeveral ? ['./templates/theme/languages.css'] : [];
  return ['./templates/theme/theme.css', ...asking, ...lessons, ...locks, ...languages];
}

/** Those of the types in the course. */
export function viewSheets({ blocks, questions }: UsedTypes, folder: CourseFolder): string[] {
  const ofBlocks = blocks.map((type) => blockPart(type, ['view.css'], folder));
  const ofQuestions = questions.map((type) => `./src/questions/${type}/view.css`);
  return [...ofBlocks, ...ofQuestions].filter((path) => path !== undefined);
}
