/** The facilitator guide: the whole lesson in its order, with all that only the trainer gets. */
import { deckOf, keyMessagesOf } from '../../src/classroom/deck.ts';
import { type Page, pagesOf } from '../../src/course/course.ts';
import { outlinePages } from '../../src/course/outline.ts';
import { classroomWordsIn } from '../../src/locales/classroom/index.ts';
import { assessmentView } from '../pipeline/assessment-view.ts';
import { textFile } from '../pipeline/package-file.ts';
import { type DocumentFile, type DocumentFormat, type DocumentInput, documentName } from './document.ts';
import { fillDocument } from './fill-document.ts';
import { slideView } from './slide-view.ts';

const sheets = [
  './templates/theme/question.css',
  './templates/slides/slide.css',
  './templates/handout/messages.css',
];

export const guide = {
  name: 'guide',
  title: 'facilitator guide',
  without: 'the course has no pages.',
  async make(input): Promise<DocumentFile[]> {
    const title = classroomWordsIn(input.typed.course.language)('guide.title');
    const html = await fillDocument(input, ['slides', 'handout', 'guide'], sheets, title, guideValues(input));
    return [{ ...textFile(documentName(input.typed.course, 'guide', 'html'), html), isPrinted: true }];
  },
} as const satisfies DocumentFormat;

function guideValues({ typed, outline }: DocumentInput): object {
  const { course } = typed;
  const deck = deckOf(course);
  const pages = pagesOf(course);
  const pageView = (page: Page) => {
    const rules = outlinePages(outline).find(({ id }) => id === page.id)?.assessment;
    return {
      ...page,
      notes: page.notes,
      slides: page.slides,
      // Each slide is shown once: where it is put up first.
      pictures: deck
        .filter(({ number }) => firstPageOf(number, pages) === page)
        .map((slide) => slideView(slide, course)),
      outcomes: page.outcomes ?? [],
      assessment: page.assessment && rules && assessmentView(course, page.assessment, rules),
    };
  };
  return {
    lessons: course.lessons.map((lesson) => ({
      ...lesson,
      minutes: minutesOf(lesson.pages),
      pages: lesson.pages.map(pageView),
    })),
    isSingleLesson: course.lessons.length === 1,
    minutes: minutesOf(pages),
    keyMessages: pages.flatMap(keyMessagesOf).sort((a, b) => a.number - b.number),
  };
}

function firstPageOf(slide: number, pages: readonly Page[]): Page | undefined {
  return pages.find(({ slides }) => slides?.includes(slide));
}

function minutesOf(pages: readonly Page[]): number {
  return Math.ceil(pages.reduce((sum, page) => sum + page.minutes, 0));
}
