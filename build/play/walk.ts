/** Walks through a course that nobody knows, as a learner without a plan, and notices when the screen changes. */
import type { ElementHandle } from 'playwright-core';
import { type Choose, controlKey, type PlacedControl, type Step } from './choose-step.ts';
import { type Control, findControls } from './page/find-controls.ts';
import type { OpenSitting } from './sitting.ts';

export interface WalkPlan {
  readonly choose: Choose;
  /** At most. */
  readonly steps: number;
  /** After which no step begins. Milliseconds, as `Date.now()` says them. */
  readonly deadline: number;
}

export interface Walked {
  readonly steps: readonly string[];
  /** Text of each different screen, in order; the last is the one at the end. */
  readonly screens: readonly string[];
}

const mostControls = 400;
/** How long is waited for a screen, in milliseconds. */
interface Patience {
  readonly most: number;
  /** How long it has to stand still. */
  readonly still: number;
  /** How long it may stay what it was: longer, and nothing will come. */
  readonly unchanged: number;
}

/** Courses ask their LMS where the learner was before they show it. */
const first: Patience = { most: 8_000, still: 1_000, unchanged: 3_000 };
const pressed: Patience = { most: 5_000, still: 200, unchanged: 1_500 };
/** Few choices change what is shown. */
const chosen: Patience = { most: 2_000, still: 200, unchanged: 300 };

/**
 * @param seen    is called with each new screen
 * @param stepped is called after each step, with how many there were
 */
export async function walk(
  sitting: OpenSitting,
  { choose, steps: mostSteps, deadline }: WalkPlan,
  seen: (text: string) => Promise<void> = async () => {},
  stepped: (count: number) => void = () => {},
): Promise<Walked> {
  const steps: string[] = [];
  const times = new Map<string, number>();
  let tried = new Set<string>();
  /** What was pressed on which screen: a second time it would lead round in a circle. */
  const pressedOn = new Map<string, Set<string>>();
  let text = await stillText(sitting, null, first);
  const screens = [text];
  let hasPressed = false;
  const arrive = async (now: string): Promise<void> => {
    if (now === text) return;
    text = now;
    // A screen that changes by itself before anything was done is the first that was meant.
    if (steps.length === 0) screens[0] = now;
    // One that answers a choice is the same screen: what was tried there stays tried.
    if (!hasPressed) return;
    tried = new Set(pressedOn.get(likeness(text)));
    if (screens.at(-1) === now) return;
    screens.push(now);
    await seen(now);
  };
  await seen(text);
  const goesOn = () =>
    steps.length < mostSteps &&
    Date.now() < deadline &&
    !sitting.notes.hangs &&
    sitting.notes.awayTo === null;
  while (goesOn()) {
    // What came later than was waited for.
    await arrive(await sitting.text());
    const found = await controlsOf(sitting);
    const step = choose(
      found.map(({ control }) => control),
      { tried, times },
    );
    if (!step) break;
    const key = controlKey(step.control);
    tried.add(key);
    times.set(key, (times.get(key) ?? 0) + 1);
    const element = await found.find(({ control }) => control === step.control)?.element();
    if (!element || !(await carryOut(step, element))) continue;
    hasPressed = step.does === 'press';
    if (hasPressed) {
      const before = pressedOn.get(likeness(text)) ?? new Set();
      pressedOn.set(likeness(text), before.add(key));
    }
    steps.push(`${step.does} ${named(step.control)}`);
    stepped(steps.length);
    await arrive(await stillText(sitting, text, hasPressed ? pressed : chosen));
  }
  await arrive(await sitting.text());
  return { steps, screens };
}

/** A screen is the same one when a clock or a count on it has moved. */
const likeness = (text: string) => text.replace(/\d+/g, '');

const named = ({ name, role }: Control) => (name ? `"${name.slice(0, 60)}"` : `a ${role}`);

/**
 * Waits until the text of the screen stands still.
 * @param before the text that is to be another one first; null for any text at all
 */
async function stillText(
  sitting: OpenSitting,
  before: string | null,
  { most, still, unchanged }: Patience,
): Promise<string> {
  const until = Date.now() + most;
  let text = await sitting.text();
  let since = Date.now();
  while (Date.now() < until) {
    const isOther = before === null ? text !== '' : text !== before;
    if (Date.now() - since >= (isOther ? still : unchanged)) break;
    await new Promise((resolve) => setTimeout(resolve, 80));
    const now = await sitting.text();
    if (now !== text) since = Date.now();
    text = now;
  }
  return text;
}

interface Found {
  readonly control: PlacedControl;
  element(): Promise<ElementHandle<Element> | null>;
}

async function controlsOf(sitting: OpenSitting): Promise<Found[]> {
  const all: Found[] = [];
  for (const [frame, place] of sitting.frames().entries()) {
    const handle = await sitting.within(place.evaluateHandle(findControls, mostControls), null);
    const controls: readonly Control[] = handle
      ? await sitting.within(
          handle.evaluate((found) => found.controls),
          [],
        )
      : [];
    for (const [index, control] of controls.entries())
      all.push({
        control: { ...control, frame, index },
        element: async () => {
          const at = handle?.evaluateHandle(({ elements }, number) => elements[number] as Element, index);
          return at ? sitting.within(at, null) : null;
        },
      });
  }
  return all;
}

/** Whether it could be done: what lies under something else is not pressed by force. */
async function carryOut({ does, control }: Step, element: ElementHandle<Element>): Promise<boolean> {
  const timeout = 3_000;
  try {
    if (does === 'select') await element.selectOption({ index: 1 }, { timeout });
    else if (does === 'fill') await element.fill(/number/.test(control.hint) ? '1' : '7', { timeout });
    else await element.click({ timeout, noWaitAfter: true });
    return true;
  } catch {
    return false;
  }
}
