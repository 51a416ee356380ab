/** The classroom slides: a deck for PowerPoint and LibreOffice, and the same deck as a page for a browser. */
import { createHash } from 'node:crypto';
import { deckOf } from '../../src/classroom/deck.ts';
import { type SpokenSlide, spokenTo } from '../../src/classroom/spoken.ts';
import type { Course } from '../../src/course/course.ts';
import { classroomWordsIn } from '../../src/locales/classroom/index.ts';
import { bundleScript } from '../pipeline/bundle.ts';
import { textFile } from '../pipeline/package-file.ts';
import { safe } from '../pipeline/templates.ts';
import { type DocumentFile, type DocumentFormat, type DocumentInput, documentName } from './document.ts';
import { fillDocument } from './fill-document.ts';
import { slideView } from './slide-view.ts';

export const slides = {
  name: 'slides',
  title: 'slides',
  without: 'no page has "slides"',
  async make(input): Promise<DocumentFile[]> {
    const { course } = input.typed;
    const deck = spokenDeck(course);
    if (deck.length === 0) return [];
    return [
      {
        path: documentName(course, 'slides', 'pptx'),
        // Loaded where there is a deck to write.
        content: await (await import('./pptx.ts')).writeDeck(
          course,
          deck,
          input.folder.files,
          input.sourceLanguage,
        ),
      },
      textFile(documentName(course, 'slides', 'html'), await renderShow(input, deck)),
    ];
  },
} as const satisfies DocumentFormat;

function spokenDeck(course: Course): SpokenSlide[] {
  const word = classroomWordsIn(course.language);
  const words = {
    keyMessage: (number: number) => word('keyMessage.label', { number }),
    minutes: (count: number) => word('minutes', { count }),
    method: word('guide.method'),
    time: word('guide.time'),
    material: word('guide.material'),
  };
  return deckOf(course).map((slide) => ({ ...slide, spoken: spokenTo(slide, words) }));
}

async function renderShow(input: DocumentInput, deck: readonly SpokenSlide[]): Promise<string> {
  const { course } = input.typed;
  const script = await bundleScript('src/classroom/show/behaviour.ts', input.cache);
  const title = classroomWordsIn(course.language)('slides.title');
  return fillDocument(input, ['slides'], ['./templates/slides/slide.css'], title, {
    slides: deck.map((slide) => slideView(slide, course)),
    script: safe(script),
    // The one script that this page may run.
    scriptHash: safe(`sha256-${createHash('sha256').update(script).digest('base64')}`),
  });
}
