/** A course of any size, as a folder in memory: pages of text with practice in them, and an assessment over a bank. */
import type { CourseFolder } from '../../build/pipeline/read-course.ts';

const sentence =
  'Before the pump is started, the inlet is closed, the filter is looked at, and the pressure is read twice by two people.';

const question = (id: string) => ({
  type: 'single-choice',
  id,
  prompt: `Which valve is closed first, in case ${id}?`,
  outcome: 'safe',
  explanation: 'The inlet takes the pressure off everything behind it.',
  options: ['The inlet', 'The outlet', 'The drain'].map((text, index) => ({
    id: 'abc'[index],
    text,
    correct: index === 0,
    feedback: `${text} was your choice.`,
  })),
});

/** @param questions in all: one for practice on each page, the rest in the bank of the assessment */
export function largeCourse(pages: number, questions: number): CourseFolder {
  const course = {
    id: 'large',
    title: 'The pump house',
    description: 'A course of many pages.',
    language: 'en',
    version: '1.0.0',
    aim: 'To start the pump safely.',
    passMark: 80,
    outcomes: [{ id: 'safe', text: 'Start the pump safely.' }],
    banks: [
      {
        id: 'pool',
        title: 'Pool',
        questions: Array.from({ length: questions - pages }, (_, index) => question(`scored-${index}`)),
      },
    ],
    lessons: [
      {
        id: 'lesson',
        title: 'The lesson',
        pages: [
          ...Array.from({ length: pages - 1 }, (_, index) => ({
            id: `page-${index}`,
            title: `Page ${index}`,
            minutes: 2,
            outcomes: ['safe'],
            blocks: [
              { type: 'text', text: Array.from({ length: 4 }, () => sentence.repeat(3)).join('\n\n') },
              {
                type: 'accordion',
                items: [1, 2, 3].map((item) => ({ title: `Case ${item} of ${index}`, text: sentence })),
              },
              { type: 'knowledge-check', question: question(`practice-${index}`) },
            ],
          })),
          {
            id: 'evaluation',
            title: 'Evaluation',
            minutes: 10,
            blocks: [],
            assessment: { banks: ['pool'], draw: 10 },
          },
        ],
      },
    ],
  };
  return {
    name: `a course of ${pages} pages and ${questions} questions`,
    files: new Map([['course.json', new TextEncoder().encode(JSON.stringify(course))]]),
  };
}
