/** The pages of a course that an import fills, in their order. */
import { slug } from './part-text.ts';

export interface DraftPage {
  id: string;
  title: string;
  minutes: number;
  slides?: number[];
  notes?: string[];
  blocks: Record<string, unknown>[];
}

export class DraftPages {
  private readonly ids = new Set<string>();
  private readonly pages: DraftPage[] = [];
  /** What came before the first page. */
  private pending: { slides: number[]; notes: string[] } = { slides: [], notes: [] };
  private readonly title: () => string;

  /** @param title of the course, as far as it is known: a page that has none of its own gets it */
  constructor(title: () => string) {
    this.title = title;
  }

  get isEmpty(): boolean {
    return this.pages.length === 0;
  }

  get last(): DraftPage | undefined {
    return this.pages.at(-1);
  }

  get titles(): string[] {
    return this.pages.map(({ title }) => title);
  }

  /** @param name what its id is made of */
  begin(name: string, title: string): void {
    this.pages.push({ id: this.idOf(name), title: title.slice(0, 200), minutes: 1, blocks: [] });
  }

  /** Is up from the next content on. */
  slide(number: number): void {
    this.pending.slides.push(number);
  }

  /** The page that content goes to: the last one, or a first one made for it. */
  current(): DraftPage {
    if (this.isEmpty) this.begin('introduction', this.title());
    return this.takePending();
  }

  /** A note stands on the page that it is read with; before the first page it waits for it. */
  notes(): string[] {
    if (this.isEmpty) return this.pending.notes;
    const page = this.current();
    page.notes ??= [];
    return page.notes;
  }

  /**
   * Pages without content go into the one after them, with what they bring.
   * @param tell is told the title of each of them
   */
  filled(tell: (title: string) => void): DraftPage[] {
    if (this.isEmpty) this.begin('page', this.title());
    this.takePending();
    let carried: Pick<DraftPage, 'slides' | 'notes'> = {};
    return this.pages.flatMap((page, index) => {
      const slides = [...(carried.slides ?? []), ...(page.slides ?? [])];
      const notes = [...(carried.notes ?? []), ...(page.notes ?? [])];
      carried = {};
      if (page.blocks.length === 0 && index < this.pages.length - 1) {
        tell(page.title);
        carried = { slides, notes };
        return [];
      }
      const words = JSON.stringify(page.blocks).split(/\s+/).length;
      return [
        {
          ...page,
          ...(slides.length > 0 && { slides }),
          ...(notes.length > 0 && { notes }),
          blocks: page.blocks.length > 0 ? page.blocks : [{ type: 'text', text: page.title }],
          minutes: Math.max(1, Math.round(words / 150)),
        },
      ];
    });
  }

  private takePending(): DraftPage {
    const page = this.pages.at(-1) as DraftPage;
    const { slides, notes } = this.pending;
    if (slides.length > 0) page.slides = [...(page.slides ?? []), ...slides];
    if (notes.length > 0) page.notes = [...(page.notes ?? []), ...notes];
    this.pending = { slides: [], notes: [] };
    return page;
  }

  private idOf(text: string): string {
    const base = slug(text) || 'page';
    let id = base;
    for (let count = 2; this.ids.has(id); count += 1) id = `${base}-${count}`;
    this.ids.add(id);
    return id;
  }
}
