/** A small course around the blocks or questions of a test, as a folder in memory. */
import type { PackageFile } from '../../build/pipeline/package-file.ts';
import type { CourseFolder } from '../../build/pipeline/read-course.ts';
import type { Block, Question } from '../../src/course/block.ts';

export function courseOf({
  blocks = [],
  questions = [],
  files = {},
  ...fields
}: {
  blocks?: readonly Block[];
  questions?: readonly Question[];
  /** Further files, by path. */
  files?: Readonly<Record<string, string>>;
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
    references: [{ id: 'manual', title: 'Manual' }],
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
            blocks: blocks.length > 0 ? blocks.map(serving(outcome)) : [{ type: 'text', text: 'One.' }],
          },
          {
            id: 'two',
            title: 'Two',
            minutes: 1,
            blocks: questions.length > 0 ? [] : [{ type: 'text', text: 'Two.' }],
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
  const json = JSON.stringify(course);
  const media = Object.entries({
    'media/pump.svg': svg,
    'media/hum.wav': 'RIFF\0\0\0\0WAVE',
    'media/filter.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nWater.\n',
    'media/checklist.pdf': '%PDF-1.7',
    'media/gauge.html': '<!doctype html><title>Gauge</title><p>6 bar</p>',
  });
  const films = [['media/filter.webm', new Uint8Array([0x1a, 0x45, 0xdf, 0xa3])]] as const;
  return {
    name: 'small',
    files: new Map([
      ['course.json', encode(json)],
      ...media.filter(([path]) => json.includes(path)).map(([path, text]) => [path, encode(text)] as const),
      ...films.filter(([path]) => json.includes(path)),
      ...Object.entries(files).map(([path, text]) => [path, encode(text)] as const),
    ]),
  };
}

/** The block, and the question in it, with the one outcome that the course has. */
function serving(outcome: string): (block: Block) => Block {
  return (block) => {
    const { question } = block as { question?: Question };
    return {
      ...block,
      ...('outcome' in block && { outcome }),
      ...(question && { question: { ...question, outcome } }),
    };
  };
}

/** The text of one file of a package. */
export function unzipped(files: readonly PackageFile[], path: string): string {
  return new TextDecoder().decode(files.find((file) => file.path === path)?.content);
}
