import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../build/commands/import.ts';
import { houseStyle } from '../../build/import/house-style.ts';
import { importLesson } from '../../build/import/import-lesson.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { zip } from '../../build/pipeline/zip.ts';

const fixture = join(import.meta.dirname, '../fixtures/import/plan.md');
const bytes = (text: string) => new TextEncoder().encode(text);

const expected = {
  id: 'fire-at-sea',
  title: 'Fire at sea',
  description: 'To put out a small fire on board.',
  language: 'en',
  version: '0.1.0',
  aim: 'To put out a small fire on board.',
  outcomes: [
    { id: 'outcome-1', text: 'Name the three things that a fire needs.' },
    { id: 'outcome-2', text: 'Choose the right extinguisher.' },
  ],
  references: [{ id: 'reference-1', title: 'Fire manual, 2019' }],
  optionalActivities: [{ number: '4.2.2', title: 'Write a drill' }],
  slides: [{ number: 1, title: 'Fire at sea', text: '- A fire grows fast\n- Help is far away' }],
  lessons: [
    {
      id: 'lesson',
      title: 'Fire at sea',
      pages: [
        {
          id: 'introduction',
          title: 'Fire at sea',
          minutes: 1,
          blocks: [{ type: 'text', text: 'A fire on board grows fast, and help is far away.' }],
          slides: [1],
          notes: ['Ask who has seen a fire on board.'],
        },
        {
          id: 'what-a-fire-needs',
          title: 'What a fire needs',
          minutes: 1,
          blocks: [
            { type: 'key-message', number: 1, text: 'A fire needs **heat**, fuel and air.' },
            { type: 'text', text: 'Take one away, and it goes out.' },
            {
              type: 'table',
              caption: 'What a fire needs',
              columns: ['Class', 'What burns'],
              rows: [
                ['A', 'Wood'],
                ['B', 'Oil'],
              ],
            },
          ],
          slides: [2],
          notes: [
            'Show the three extinguishers. Ask:\n\n- *Which one is for oil?*\n- *Which one is for wood?*',
          ],
        },
        {
          id: 'activity-4-2-1-find-the-exits',
          title: '4.2.1: Find the exits',
          minutes: 1,
          blocks: [{ type: 'text', text: '4.2.1: Find the exits' }],
          notes: ['**Method:** Walk in pairs', '**Time:** 10 minutes'],
        },
      ],
    },
  ],
};

const courseIn = (files: readonly { path: string; content: Uint8Array }[]) =>
  JSON.parse(new TextDecoder().decode(files.find(({ path }) => path === 'course.json')?.content));

async function imported(name: string, content: Uint8Array) {
  const result = await importLesson(name, content, houseStyle(), 'en');
  const parsed = parseCourse({
    name: 'imported',
    files: new Map(result.files.map((file) => [file.path, file.content])),
  });
  return { ...result, course: courseIn(result.files), parsed };
}

describe('a lesson plan', () => {
  it('in Markdown becomes the course that it describes', async () => {
    const { course, parsed } = await imported('plan.md', await readFile(fixture));
    expect({ ...course, id: 'fire-at-sea' }).toEqual(expected);
    expect(parsed.ok).toBe(true);
  });

  it('in plain text becomes a course with the same parts', async () => {
    const markdown = await readFile(fixture, 'utf8');
    const text = markdown
      .replace(/^#+ /gm, '')
      .replace(/\*/g, '')
      .replace(/^\| -.*\n/gm, '')
      .replace(/^\| (.*) \|$/gm, (_, row: string) =>
        row
          .split('|')
          .map((cell) => cell.trim())
          .join('\t'),
      );
    const { course, parsed } = await imported('plan.txt', bytes(text));
    const [first, second] = course.lessons[0].pages;
    expect(parsed.ok).toBe(true);
    expect({ ...course, lessons: [], slides: [], id: '' }).toEqual({
      ...expected,
      lessons: [],
      slides: [],
      id: '',
    });
    expect(first.notes).toEqual(['Ask who has seen a fire on board.']);
    expect(second.blocks[0]).toEqual({
      type: 'key-message',
      number: 1,
      text: 'A fire needs heat, fuel and air.',
    });
  });

  it('as a Word file becomes a course with its pictures', async () => {
    const { course, parsed, files, remarks } = await imported('plan.docx', await aWordFile());
    expect(parsed.ok).toBe(true);
    expect(course).toMatchObject({
      title: 'Fire at sea',
      aim: 'To put out a small fire.',
      outcomes: [{ text: 'Name what a fire needs.' }, { text: 'Choose an extinguisher.' }],
    });
    const [, page] = course.lessons[0].pages;
    expect(page).toMatchObject({
      title: 'What a fire needs',
      slides: [1],
      notes: ['Show the three extinguishers.'],
      blocks: [
        { type: 'key-message', number: 1, text: 'A fire needs **heat**, fuel and air.' },
        { type: 'image', src: 'media/picture-1.png' },
      ],
    });
    expect(files.map(({ path }) => path)).toEqual(['course.json', 'media/picture-1.png', 'import-report.md']);
    expect(
      remarks.some(({ kind, message }) => kind === 'left' && message.includes('no alternative text')),
    ).toBe(true);
  });

  it('is reported on: what was recognised, guessed and left, with its place', async () => {
    const { files } = await imported('plan.md', await readFile(fixture));
    const report = new TextDecoder().decode(files.at(-1)?.content);
    expect(report.match(/^## .*/gm)?.map((line) => line.replace(/ \(\d+\)/, ''))).toEqual([
      '## Left for you',
      '## Guessed: have a look',
      '## Recognised',
    ]);
    expect(report).toContain('What stands on slide 2 is not in the text');
    expect(report).toContain('The activity 4.2.1 has no version for a learner alone yet');
    expect(report).toContain('Key message 1 once more');
  });

  it('of another house is read by the rules of that house', async () => {
    const style = houseStyle('{ "keyMessage": "^Merke (?<number>\\\\d+): (?<text>.+)$" }');
    const { files } = await importLesson(
      'plan.md',
      bytes('# Feuer\n\n## Teil\n\nMerke 7: Feuer braucht Luft.\n'),
      style,
      'de',
    );
    expect(courseIn(files).lessons[0].pages.at(-1).blocks).toEqual([
      { type: 'key-message', number: 7, text: 'Feuer braucht Luft.' },
    ]);
    expect(() => houseStyle('{ "keyMesage": "x" }')).toThrow('"keyMesage" is no rule');
    expect(() => houseStyle('{ "slide": "(" }')).toThrow('"slide" is no regular expression');
  });

  it('never overwrites a course', async () => {
    const base = await mkdtemp(join(tmpdir(), 'coursewright-'));
    const first = await importFile(base, fixture, 'made', 'en', undefined);
    expect(first.code).toBe(0);
    expect(first.out[0]).toMatch(/course\.json: \d+ parts recognised, \d+ guessed, \d+ left for you\.$/);
    await expect(importFile(base, fixture, 'made', 'en', undefined)).rejects.toThrow(
      'holds a course already',
    );
  });
});

/** A Word file as Word writes it, with a picture of one pixel. */
function aWordFile(): Promise<Uint8Array> {
  const paragraph = (text: string, style = '', extra = '') =>
    `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${extra}</w:pPr>${text}</w:p>`;
  const run = (text: string, bold = false) =>
    `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const item = (text: string) =>
    paragraph(run(text), '', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
  const picture =
    '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId2"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  const body = [
    paragraph(run('Lesson 4.2'), 'Heading1'),
    paragraph(run('Fire at sea'), 'Heading1'),
    paragraph(run('Aim'), 'Heading2'),
    paragraph(run('To put out a small fire.')),
    paragraph(run('Relevance'), 'Heading2'),
    paragraph(run('A fire grows fast.')),
    paragraph(run('Learning Outcomes'), 'Heading2'),
    item('Name what a fire needs.'),
    item('Choose an extinguisher.'),
    paragraph(run('What a fire needs'), 'Heading2'),
    paragraph(run('Slide 1')),
    paragraph(`${run('Key Message 1: A fire needs ')}${run('heat', true)}${run(', fuel and air.')}`),
    paragraph(run('Trainer Tips: Show the three extinguishers.')),
    paragraph(picture),
  ].join('');
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const names = `xmlns:w="${w}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const text = (path: string, content: string) => ({ path, content: bytes(content) });
  return zip([
    text(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    text(
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    text('word/document.xml', `<w:document ${names}><w:body>${body}</w:body></w:document>`),
    text(
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId2" Type="${relation}/image" Target="media/image1.png"/><Relationship Id="rId3" Type="${relation}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${relation}/numbering" Target="numbering.xml"/></Relationships>`,
    ),
    text(
      'word/styles.xml',
      `<w:styles ${names}>${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}</w:styles>`,
    ),
    text(
      'word/numbering.xml',
      `<w:numbering ${names}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    {
      path: 'word/media/image1.png',
      content: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
        'base64',
      ),
    },
  ]);
}
