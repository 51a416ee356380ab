/** A course of as many lessons as are wanted, each with pages, text, a table and questions; as many words in each. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function writeCatalogue(folder: string, lessons: number): Promise<void> {
  await mkdir(join(folder, 'lessons'), { recursive: true });
  const names = Array.from({ length: lessons }, (_, index) => `lessons/${index + 1}.json`);
  const course = {
    id: `catalogue-${lessons}`,
    title: `A catalogue of ${lessons} lessons`,
    description: 'Made by the bench.',
    language: 'en',
    version: '1.0.0',
    aim: 'To be built.',
    outcomes: [{ id: 'know', text: 'Know what each lesson says' }],
    completion: { pages: 100 },
    lessons: names.map((file) => ({ file })),
  };
  await writeFile(join(folder, 'course.json'), JSON.stringify(course, null, 2));
  await Promise.all(names.map((name, index) => writeFile(join(folder, name), lessonText(index + 1))));
}

function lessonText(number: number): string {
  const words = (count: number) =>
    Array.from({ length: count }, (_, index) => `word${(number * 31 + index * 7) % 997}`).join(' ');
  const pages = [1, 2].map((page) => ({
    id: `lesson-${number}-page-${page}`,
    title: `Page ${page} of lesson ${number}`,
    minutes: 2,
    outcomes: ['know'],
    blocks: [
      {
        type: 'text',
        text: `# ${words(4)}\n\n${words(60)}, **${words(3)}**.\n\n- ${words(8)}\n- ${words(8)}`,
      },
      { type: 'text', text: `${words(80)}.` },
    ],
  }));
  return JSON.stringify({ id: `lesson-${number}`, title: `Lesson ${number}: ${words(3)}`, pages }, null, 2);
}
