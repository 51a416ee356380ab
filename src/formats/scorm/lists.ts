/** The lists of an LMS, interactions and objectives: each entry at its index, in order and without holes. */
import type { Report } from '../../session/report.ts';
import type { Caller } from './caller.ts';
import type { Dialect } from './dialect.ts';
import { identifier } from './identifier.ts';

/** A list that failed this often in a row while other things were taken is one that this LMS lacks, whatever error it gives. */
const enough = 5;

export class Lists {
  readonly #dialect: Dialect;
  readonly #caller: Caller;
  #takesInteractions = false;
  #firstInteraction = 0;
  #interactionsTold = 0;
  #interactionsCommitted = 0;
  /** Ids of the objectives that the LMS holds, by index; null where it takes none. */
  #objectives: string[] | null = null;
  /** Whether nothing more of a list was taken this time, and in how many reports in a row. */
  readonly #stuck = { interactions: false, objectives: false };
  readonly #failures = { interactions: 0, objectives: 0 };

  constructor(dialect: Dialect, caller: Caller) {
    this.#dialect = dialect;
    this.#caller = caller;
  }

  /** What the LMS holds of earlier sittings. */
  learn(): void {
    const count = (list: string) => Number.parseInt(this.#caller.read(`cmi.${list}._count`), 10) || 0;
    this.#takesInteractions = this.#caller.read('cmi.interactions._children') !== '';
    this.#firstInteraction = count('interactions');
    this.#objectives = null;
    if (this.#caller.read('cmi.objectives._children') === '') return;
    this.#objectives = Array.from({ length: count('objectives') }, (_, index) => {
      for (const field of this.#dialect.objectiveFields)
        this.#caller.learn(`cmi.objectives.${index}.${field}`);
      return this.#caller.holds(`cmi.objectives.${index}.id`);
    });
  }

  /** How many of the report's interactions need not be told again. */
  interactionsDone({ interactions }: Report): number {
    return this.#takesInteractions ? this.#interactionsCommitted : interactions.length;
  }

  noteCommit(): void {
    this.#interactionsCommitted = this.#interactionsTold;
  }

  /** One that cannot be told now keeps those after it waiting. */
  tellInteractions({ interactions }: Report): boolean {
    if (!this.#takesInteractions) return true;
    return this.#telling('interactions', () => {
      for (const interaction of interactions.slice(this.#interactionsTold)) {
        const index = this.#firstInteraction + this.#interactionsTold;
        // An LMS that lacks a field of interactions refuses it for good; the others of the row still tell something.
        // One that fails now and then is told the rest: from the start again it would hardly ever come to the end.
        if (!this.#caller.say(this.#dialect.interactionWrites(index, interaction))) return false;
        this.#interactionsTold++;
      }
      return true;
    });
  }

  /** Each at the index under which the LMS knows it, from an earlier sitting or from this one. */
  tellObjectives({ objectives }: Report): boolean {
    const ids = this.#objectives;
    if (ids === null) return true;
    return this.#telling('objectives', () =>
      objectives.every((objective) => {
        const id = identifier(objective.id);
        const index = ids.includes(id) ? ids.indexOf(id) : ids.push(id) - 1;
        return this.#caller.say(this.#dialect.objectiveWrites(index, objective));
      }),
    );
  }

  #telling(list: 'interactions' | 'objectives', tell: () => boolean): boolean {
    const before = this.#caller.taken;
    const isTold = tell();
    const isStuck = !isTold && this.#caller.taken === before;
    this.#stuck[list] = isStuck;
    if (!isStuck) this.#failures[list] = 0;
    return isTold;
  }

  /**
   * After a report in which other things were taken: an LMS that lacks a list and says so with a general error must
   * not keep the learner waiting for ever.
   */
  giveUpHopeless(): void {
    for (const list of ['interactions', 'objectives'] as const) if (this.#stuck[list]) this.#failures[list]++;
    if (this.#failures.interactions >= enough) this.#takesInteractions = false;
    if (this.#failures.objectives >= enough) this.#objectives = null;
  }
}
