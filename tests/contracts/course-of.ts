/** A small course around the blocks or questions of a test, as a folder in memory. */
import type { PackageFile } from '../../build/pipeline/package-file.ts';
import type { CourseFolder } from '../../build/pipeline/read-course.ts';
import type { Block, Question } from '../../src/course/block.ts';

export function courseOf({
  blocks = [],
  questions = [],
  ...fields
}: {
  blocks?: readonly Block[];
  questions?: readonly Question[];
  [field: string]: unknown;
}): CourseFolder {
  const outcome = 'know';
  const course = {
    id: 'small',
    title: 'Small',
    description: 'A small course.',
    language: 'en',
    version: '1.0.0',
    aim: 'To be small.',
    outcomes: [{ id: outcome, text: 'Know it.' }],
    ...(questions.length > 0 && { passMark: 80 }),
    lessons: [
      {
        id: 'lesson',
        title: 'Lesson',
        pages: [
          {
            id: 'one',
            title: 'One',
            minutes: 1,
            outcomes: [outcome],
            blocks: blocks.map((one) => ({ ...one, ...('outcome' in one && { outcome }) })),
          },
          {
            id: 'two',
            title: 'Two',
            minutes: 1,
            blocks: [],
            ...(questions.length > 0 && {
              assessment: { questions: questions.map((one) => ({ ...one, outcome })) },
            }),
          },
        ],
      },
    ],
    ...fields,
  };
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';
  const encode = (text: string) => new TextEncoder().encode(text);
  return {
    name: 'small',
    files: new Map([
      ['course.json', encode(JSON.stringify(course))],
      ['media/pump.svg', encode(svg)],
    ]),
  };
}

/** The text of one file of a package. */
export function unzipped(files: readonly PackageFile[], path: string): string {
  return new TextDecoder().decode(files.find((file) => file.path === path)?.content);
}
