/** A random walk of learners through a course, step by step, with everything that happens to them on the way. */
import { assessedPages, type CourseOutline, outlinePages } from '../../src/course/outline.ts';
import { type Draft, edited, firstDraft, published } from './course-versions.ts';
import type { Call, LmsVersion } from './lms-host.ts';
import { noFaults } from './lms-host.ts';
import { type Random, randomFrom } from './random.ts';
import { ChaosError, type Figures, type LearnerWindow, responseTo, World } from './world.ts';

const learners = ['learner-7', 'learner-8'];
/** The longest wait between two tries of the saver and a little more, but less than the word a minute that it says anyway. */
const healing = 45_000;

export interface Walked {
  readonly figures: Figures;
  /** Where the player broke its word: the seed, what is wrong, and the last steps of the way there; null where it never did. */
  readonly loss: string | null;
}

/** `TAIL=400 CALLS=1` in the environment show more of the way, and each call to the LMS. */
export async function walk(lms: LmsVersion, seed: number, steps: number): Promise<Walked> {
  const random = randomFrom(seed);
  const walker = new Walker(new World(lms, random, process.env.CALLS !== undefined), random);
  const { figures, log } = walker.world;
  try {
    for (let step = 0; step < steps; step++) await walker.step();
    await walker.end();
    return { figures, loss: null };
  } catch (error) {
    const what = error instanceof ChaosError ? error.message : String((error as Error).stack);
    const way = log.slice(-Number(process.env.TAIL ?? 40)).join('\n');
    return {
      figures,
      loss: `${lms.name}, SEED=${seed} STEPS=${steps}, at step ${figures.steps}:\n${what}\n\nThe way there:\n${way}`,
    };
  }
}

class Walker {
  readonly world: World;
  readonly #random: Random;
  #draft: Draft;
  #outline: CourseOutline;
  #written = 0;

  constructor(world: World, random: Random) {
    this.world = world;
    this.#random = random;
    this.#draft = firstDraft(random);
    this.#outline = published(this.#draft, []);
  }

  async step(): Promise<void> {
    this.world.figures.steps++;
    const act = this.#random.weighed<() => Promise<unknown>>([
      [() => this.#learn(), 60],
      [() => this.#study(), 2],
      [() => this.#take(), 4],
      [() => this.#pass(), 22],
      [() => this.#arrive(), 6],
      [() => this.#leave(), 4],
      [() => this.#kill(), 4],
      [() => this.#switchTab(), 3],
      [() => this.#disturb(), 6],
      [() => this.#mend(), 4],
      [() => this.#spoil(), 1],
      [() => this.#spoilDevice(), 2],
      [() => this.#setClock(), 2],
      [() => this.#republish(), 2],
    ]);
    await act();
  }

  /** Everything is mended, every learner comes back to every device: then the LMS has all there is. */
  async end(): Promise<void> {
    const { world } = this;
    world.faults = noFaults;
    for (const device of world.devices) device.storage = 'works';
    for (const window of [...world.windows]) await world.close(window);
    for (const device of world.devices)
      for (const learner of learners) {
        const window = await world.open(device, learner, this.#outline);
        if (!window) continue;
        await this.#heals(window);
        await world.close(window);
      }
  }

  async #learn(): Promise<void> {
    const window = await this.#window();
    if (!window?.sitting) return;
    const { outline } = window;
    const { state } = window.sitting.session;
    const questions = Object.keys(outline.questions);
    const practice = questions.filter((id) => (outline.questions[id]?.points ?? 0) === 0);
    const assessed = assessedPages(outline).map(({ id }) => id);
    const underWay = assessed.filter((id) => state().attempts[id]?.isSubmitted === false);
    const response = (question: string) =>
      responseTo(outline.questions[question]?.type ?? '', this.#random.chance(0.7));
    const choose = (ids: readonly string[]) => {
      if (ids.length === 0) return;
      const question = this.#random.pick(ids);
      return this.#do(window, { type: 'chosen', question, response: response(question) });
    };
    await this.#random.weighed<() => unknown>([
      [() => this.#do(window, { type: 'page-shown', page: this.#random.pick(outlinePages(outline)).id }), 5],
      [() => choose(practice), 4],
      [
        () =>
          practice.length > 0 && this.#do(window, { type: 'checked', question: this.#random.pick(practice) }),
        4,
      ],
      [
        () =>
          practice.length > 0 &&
          this.#do(window, { type: 'reopened', question: this.#random.pick(practice) }),
        2,
      ],
      [
        () =>
          this.#do(window, {
            type: 'assessment-begun',
            page: this.#random.pick(assessed),
            seed: this.#random.below(1e9),
            timeFactor: 1,
          }),
        1,
      ],
      [() => choose(underWay.flatMap((page) => [...(state().attempts[page]?.drawn ?? [])])), 7],
      [
        () =>
          underWay.length > 0 &&
          this.#do(window, { type: 'assessment-submitted', page: this.#random.pick(underWay) }),
        1.5,
      ],
      [() => this.#write(window), 2],
      [() => this.#do(window, { type: 'question-met', question: this.#random.pick(questions) }), 1],
      [() => this.#do(window, { type: 'active' }), 1],
    ])();
  }

  /** Reads every page, one after the other. */
  async #study(): Promise<void> {
    const window = await this.#window();
    if (!window) return;
    for (const { id } of outlinePages(window.outline))
      await this.#do(window, { type: 'page-shown', page: id });
  }

  /** Takes an assessment from its beginning to its end. */
  async #take(): Promise<void> {
    const window = await this.#window();
    if (!window?.sitting) return;
    const { outline, sitting } = window;
    const { id: page } = this.#random.pick(assessedPages(outline));
    await this.#do(window, { type: 'assessment-begun', page, seed: this.#random.below(1e9), timeFactor: 1 });
    const isRight = this.#random.chance(0.7);
    for (const question of sitting.session.state().attempts[page]?.drawn ?? []) {
      const response = responseTo(outline.questions[question]?.type ?? '', isRight);
      await this.#do(window, { type: 'chosen', question, response });
      await this.world.pass(this.#random.below(4000));
    }
    await this.#do(window, { type: 'assessment-submitted', page });
  }

  async #write(window: LearnerWindow): Promise<void> {
    const blocks = Object.keys(window.outline.texts);
    if (blocks.length === 0) return;
    const text = `${window.learner}: ${++this.#written} · ñ`;
    await this.#do(window, { type: 'text-written', block: this.#random.pick(blocks), text });
  }

  async #do(window: LearnerWindow, event: Parameters<World['happen']>[1]): Promise<void> {
    this.#log(`${nameOf(window)}: ${JSON.stringify(event)}`);
    await this.world.happen(window, event);
  }

  async #pass(): Promise<void> {
    const milliseconds = this.#random.weighed([
      [200 + this.#random.below(2000), 6],
      [5000 + this.#random.below(15_000), 3],
      [60_000 + this.#random.below(60_000), 1],
    ]);
    if (this.#random.chance(0.05)) {
      this.#log(`everything sleeps ${milliseconds * 100} ms`);
      this.#count('sleep');
      this.world.time.block(milliseconds * 100);
    }
    this.#log(`${milliseconds} ms pass`);
    await this.world.pass(milliseconds);
  }

  async #window(): Promise<LearnerWindow | null> {
    const { windows } = this.world;
    if (windows.size === 0) return this.#arrive();
    return this.#random.pick([...windows]);
  }

  /** A learner opens the course. What was open on that device is closed, or was killed. */
  async #arrive(): Promise<LearnerWindow | null> {
    const { world } = this;
    const device = this.#random.pick(world.devices);
    const learner = this.#random.weighed([
      [learners[0] as string, 3],
      [learners[1] as string, 1],
    ]);
    for (const window of [...world.windows]) {
      const isHere = window.device === device;
      if (!isHere && !(window.learner === learner && this.#random.chance(0.6))) continue;
      if (this.#random.chance(0.3)) world.kill(window);
      else await world.close(window);
    }
    this.#log(
      `${learner} opens version ${world.figures.versions} on ${device.name}, faults: ${JSON.stringify(world.faults)}, storage ${device.storage}`,
    );
    return world.open(device, learner, this.#outline);
  }

  async #leave(): Promise<void> {
    const window = await this.#window();
    if (!window) return;
    this.#log(`${nameOf(window)} closes`);
    if (this.#random.chance(0.2)) window.killIn = this.#random.below(12);
    await this.world.close(window);
  }

  async #kill(): Promise<void> {
    const window = await this.#window();
    if (!window) return;
    if (this.#random.chance(0.5)) return this.world.kill(window);
    window.killIn = this.#random.below(25);
    this.#log(`${nameOf(window)} will be killed after ${window.killIn} calls`);
  }

  async #switchTab(): Promise<void> {
    const window = await this.#window();
    if (!window?.sitting) return;
    window.isVisible = !window.isVisible;
    await this.#do(window, { type: window.isVisible ? 'visible' : 'hidden' });
    if (!window.isVisible && window.isAlive) window.sitting.saver.saveNow();
    await this.world.settle();
  }

  async #disturb(): Promise<void> {
    const { world } = this;
    const random = this.#random;
    const calls = random.pick<readonly Call[]>([
      ['set'],
      ['commit'],
      ['set', 'commit'],
      ['finish'],
      ['initialize'],
      ['commit', 'finish'],
      ['set', 'commit', 'finish', 'initialize'],
      ['get'],
    ]);
    const how = random.pick(['false', 'throw'] as const);
    const share = random.pick([1, 1, 0.15]);
    const fault = random.weighed<[string, () => void]>([
      [
        [
          `${calls.join('+')} ${how}${share < 1 ? ' now and then' : ''}`,
          () => {
            world.faults = { ...world.faults, call: { calls, how, share } };
          },
        ],
        8,
      ],
      [
        [
          'slow',
          () => {
            world.faults = { ...world.faults, slow: 5000 };
          },
        ],
        1,
      ],
      [
        [
          'API late',
          () => {
            world.faults = { ...world.faults, api: 'late' };
          },
        ],
        1,
      ],
      [
        [
          'API absent',
          () => {
            world.faults = { ...world.faults, api: 'absent' };
          },
        ],
        1,
      ],
      [
        [
          'session lost',
          () => {
            for (const { api } of world.windows) api?.end();
          },
        ],
        1,
      ],
      [
        [
          'storage denied',
          () => {
            random.pick(world.devices).storage = 'denied';
          },
        ],
        1,
      ],
      [
        [
          'storage full',
          () => {
            random.pick(world.devices).storage = 'full';
          },
        ],
        1,
      ],
    ]);
    this.#log(`fault: ${fault[0]}`);
    this.#count(fault[0]);
    fault[1]();
  }

  /** The LMS is well again: soon everything is saved in every window that it still listens to. */
  async #mend(): Promise<void> {
    const { world } = this;
    this.#log('everything is mended');
    world.faults = noFaults;
    for (const device of world.devices) device.storage = 'works';
    if (this.#random.chance(0.5)) return;
    for (const window of world.windows) await this.#heals(window);
  }

  async #heals(window: LearnerWindow): Promise<void> {
    const { sitting } = window;
    if (sitting?.opening.connection !== 'lms' || window.killIn < 1e9) return;
    const page = outlinePages(window.outline)[0]?.id ?? '';
    // The saver tries again by itself, too.
    const isTrying = window.shown.is === 'waiting' && this.#random.chance(0.5);
    if (!isTrying) await this.#do(window, { type: 'page-shown', page });
    await this.world.pass(healing);
    if (window.isAlive && !['saved', 'ended'].includes(window.shown.is))
      this.world.fail(
        `${nameOf(window)}: all is well, and the learner reads ${JSON.stringify(window.shown)}`,
      );
    // What matters is sent within two seconds.
    const question = Object.keys(window.outline.questions).find(
      (id) => !window.facts.answers.get(id)?.isFinal,
    );
    if (!question || window.shown.is !== 'saved') return;
    const type = window.outline.questions[question]?.type ?? '';
    await this.#do(window, {
      type: 'chosen',
      question,
      response: responseTo(type, this.#random.chance(0.5)),
    });
    await this.world.pass(2000);
    if (window.isAlive && !['saved', 'ended'].includes(window.shown.is))
      this.world.fail(`${nameOf(window)}: an answer is not saved after two seconds`);
  }

  async #spoil(): Promise<void> {
    const learner = this.#random.pick(learners);
    // An LMS spoils what it stores, not what a window reads that is open.
    if (this.world.current(learner)) return;
    const [what, change] = this.#random.pick<[string, (bookmark: string) => string]>([
      ['cut', (bookmark) => bookmark.slice(0, bookmark.length >> 1)],
      ['corrupted', (bookmark) => bookmark.replace(/[a-y](?=[^.]*$)/, 'z')],
      ['of another tool', () => '2.viewed=1,2,3|lastviewedslide=4|7#1##,1#0'],
      ['emptied', () => ''],
    ]);
    this.#log(`suspend data of ${learner}: ${what}`);
    this.#count(`suspend data ${what}`);
    this.world.spoil(learner, change);
  }

  async #spoilDevice(): Promise<void> {
    const device = this.#random.pick(this.world.devices);
    if ([...this.world.windows].some((window) => window.device === device)) return;
    const isCleared = this.#random.chance(0.5);
    this.#log(`${device.name}: storage ${isCleared ? 'cleared' : 'garbled'}`);
    this.#count(`storage ${isCleared ? 'cleared' : 'garbled'}`);
    for (const key of device.store.keys()) device.store.set(key, '{"bookmark":"2.a.b","base":3}');
    if (isCleared) device.store.clear();
    device.kept.clear();
  }

  async #setClock(): Promise<void> {
    const device = this.#random.pick(this.world.devices);
    const by = (this.#random.below(2) * 2 - 1) * this.#random.pick([20_000, 3_600_000, 86_400_000]);
    device.clock.by += by;
    this.#log(`${device.name}: the clock is set by ${by / 1000} s`);
    this.#count(`clock set ${by > 0 ? 'forward' : 'back'}`);
    if (this.#random.chance(0.5)) await this.#mend();
  }

  async #republish(): Promise<void> {
    for (let edit = 0; edit <= this.#random.below(4); edit++) this.#draft = edited(this.#draft, this.#random);
    this.#outline = published(this.#draft, this.#outline.ledger);
    this.world.figures.versions++;
    this.#log(`version ${this.world.figures.versions} is published`);
  }

  #count(fault: string): void {
    const { faults } = this.world.figures;
    faults[fault] = (faults[fault] ?? 0) + 1;
  }

  #log(line: string): void {
    this.world.log.push(`${this.world.figures.steps} ${line}`);
  }
}

function nameOf({ learner, device }: LearnerWindow): string {
  return `${learner} on ${device.name}`;
}
