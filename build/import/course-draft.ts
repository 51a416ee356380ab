/** A course as an import fills it, part by part. It owns what is written so far, and what there is to say of it. */
import { DraftPages } from './draft-pages.ts';
import type { Part } from './part.ts';
import { markdownOf, plain, slug, tableBlock } from './part-text.ts';
import type { Remark } from './report.ts';

export class CourseDraft {
  private readonly remarks: Remark[] = [];
  private readonly pages: DraftPages;
  private readonly slideTexts = new Map<number, { title: string; text: string[] }>();
  private readonly outcomeTexts: string[] = [];
  private readonly referenceTitles: string[] = [];
  private readonly optional: { number: string; title: string }[] = [];
  private readonly aims: string[] = [];
  private readonly messages = new Set<number>();
  private unnamedActivity = '';
  private courseTitle = '';
  private number = '';
  private slideUp = 0;
  private readonly name: string;
  private readonly language: string;

  constructor(name: string, language: string) {
    this.name = name;
    this.language = language;
    this.pages = new DraftPages(() => this.courseTitle || name);
  }

  get needsTitle(): boolean {
    return this.courseTitle === '';
  }

  say(kind: Remark['kind'], place: number, message: string): void {
    this.remarks.push({ kind, place, message });
  }

  lesson(number: string, title: string, place: number): void {
    this.number ||= number;
    if (title) this.title(title, place);
  }

  title(title: string, place: number): void {
    if (!this.courseTitle) this.say('recognised', place, `The title of the lesson: “${title}”.`);
    this.courseTitle ||= title;
  }

  aim(part: Part): void {
    this.aims.push(markdownOf(part));
  }

  outcomes(part: Part): void {
    if (part.kind !== 'list') return;
    if (this.outcomeTexts.length === 0) this.outcomeTexts.push(...part.items.map((one) => one.trim()));
    this.say('recognised', part.place, `${part.items.length} learning outcomes.`);
  }

  heading(part: Part & { kind: 'heading' }, level: number): void {
    const { text, place } = part;
    const page = this.pages.last;
    if (level > 2 && page) {
      page.blocks.push({ type: 'text', text: `# ${text}` });
      return;
    }
    if (page && page.blocks.length === 0 && page.title === this.unnamedActivity) {
      page.title = `${page.title}: ${text}`.slice(0, 200);
      return;
    }
    this.pages.begin(text, text);
    this.say('guessed', place, `The heading “${text}” begins a page.`);
  }

  slide(number: number, isTold: boolean, place: number): void {
    this.slideUp = number;
    this.pages.slide(number);
    if (isTold) this.slideTexts.set(number, { title: '', text: [] });
    this.say('recognised', place, `Slide ${number}${isTold ? ', with what stands on it' : ''}.`);
    if (!isTold)
      this.say(
        'left',
        place,
        `What stands on slide ${number} is not in the text: it is made of its page until you write it.`,
      );
  }

  slideText(part: Part): void {
    const slide = this.slideTexts.get(this.slideUp);
    if (!slide) {
      this.content(part);
      return;
    }
    const text = markdownOf(part);
    const isName = part.kind !== 'list' && part.kind !== 'table' && text.length <= 80;
    if (isName && (slide.title === '' || slide.title.startsWith(this.number || '\n')))
      slide.title = plain(text);
    else slide.text.push(part.kind === 'heading' ? part.text : text);
  }

  keyMessage(number: number, text: string, place: number, isRepeated: boolean): void {
    if (this.messages.has(number)) {
      this.say('recognised', place, `Key message ${number} once more: it stands in the course already.`);
      return;
    }
    this.messages.add(number);
    this.pages.current().blocks.push({ type: 'key-message', number, text });
    this.say('recognised', place, `Key message ${number}.`);
    if (isRepeated)
      this.say(
        'guessed',
        place,
        `Key message ${number} stands in the handout only; it is put on the last page.`,
      );
  }

  note(text: string, place: number): void {
    this.say('recognised', place, 'A facilitator note.');
    if (text) this.pages.notes().push(text);
    else this.say('left', place, 'A facilitator note without text.');
  }

  noteList(part: Part): void {
    const notes = this.pages.notes();
    const last = notes.pop();
    notes.push([last, markdownOf(part)].filter(Boolean).join('\n\n'));
    this.say('guessed', part.place, 'The list after a facilitator note belongs to it.');
  }

  activity(kind: string, number: string, title: string, place: number): void {
    if (/optional/i.test(kind) || (!kind && this.pages.isEmpty && title)) {
      if (!this.optional.some((one) => one.number === number))
        this.optional.push({ number, title: title || number });
      this.say(kind ? 'recognised' : 'guessed', place, `The activity ${number} is listed as optional.`);
      return;
    }
    if (this.pages.titles.some((one) => one.includes(number))) return;
    this.unnamedActivity = title ? '' : number;
    this.pages.begin(`activity ${number} ${title}`, [number, title].filter(Boolean).join(': '));
    this.say(
      'left',
      place,
      `The activity ${number} has no version for a learner alone yet: make a sorting-activity or a question of it.`,
    );
  }

  references(titles: readonly string[], place: number): void {
    this.referenceTitles.push(...titles.map(plain));
    this.say('recognised', place, `${titles.length} reference${titles.length === 1 ? '' : 's'}.`);
  }

  content(part: Part): void {
    const { place } = part;
    const page = this.pages.current();
    if (part.kind === 'image') {
      if (!part.alt)
        this.say('left', place, `The picture ${part.src} has no alternative text: say what it shows.`);
      page.blocks.push({ type: 'image', src: part.src, alt: part.alt || `Picture ${part.src}` });
      return;
    }
    if (part.kind === 'table' && isActivity(part.rows)) {
      for (const [fact = '', text = ''] of part.rows) this.pages.notes().push(`**${fact}:** ${text}`);
      this.say('guessed', place, 'A table of method, purpose and time becomes facilitator notes.');
      return;
    }
    const table = part.kind === 'table' ? tableBlock(part.rows, page.title) : null;
    if (table) {
      page.blocks.push(table);
      this.say('guessed', place, 'The first row of a table is its header.');
      return;
    }
    const last = page.blocks.at(-1);
    if (last?.type === 'text') last.text = `${last.text}\n\n${markdownOf(part)}`;
    else page.blocks.push({ type: 'text', text: markdownOf(part) });
  }

  finish(): { course: object; remarks: readonly Remark[] } {
    const title = this.courseTitle || this.name;
    if (!this.courseTitle) this.say('left', 1, 'The plan has no title: the name of its file stands for it.');
    const pages = this.pages.filled((empty) =>
      this.say('guessed', 1, `Nothing stands under “${empty}” itself: it is no page of its own.`),
    );
    const aim = this.aims.join('\n\n') || title;
    if (this.aims.length === 0) this.say('left', 1, 'The plan says no aim: the title stands for it.');
    this.say(
      'left',
      1,
      'Ask questions: the course has no assessment yet. "import" takes GIFT, CSV and QTI for it.',
    );
    this.say('guessed', 1, 'The minutes of pages are reckoned from their words; a trainer knows better.');
    const slides = [...this.slideTexts].flatMap(([number, { title: name, text }]) =>
      pages.some((page) => page.slides?.includes(number))
        ? [{ number, title: name || title.slice(0, 80), ...(text.length > 0 && { text: text.join('\n\n') }) }]
        : [],
    );
    return {
      course: {
        id: slug([this.number, title].filter(Boolean).join(' ')) || 'course',
        title,
        description: plain(aim).slice(0, 2000),
        language: this.language,
        version: '0.1.0',
        aim,
        outcomes: this.outcomeTexts.map((text, index) => ({ id: `outcome-${index + 1}`, text })),
        ...(this.referenceTitles.length > 0 && {
          references: this.referenceTitles.map((one, index) => ({
            id: `reference-${index + 1}`,
            title: one.slice(0, 200),
          })),
        }),
        ...(this.optional.length > 0 && { optionalActivities: this.optional }),
        ...(slides.length > 0 && { slides }),
        lessons: [{ id: 'lesson', title, pages }],
      },
      remarks: this.remarks,
    };
  }
}

/** Whether it says how an activity is done, a fact a row. */
function isActivity(rows: readonly (readonly string[])[]): boolean {
  return rows.every(
    (row) => row.length === 2 && /^(\*\*)?(method|purpose|time|materials?)\b/i.test(row[0] ?? ''),
  );
}
