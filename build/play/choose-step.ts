/** What a learner without a plan would do next, from what stands on the screen. Pure. */
import { hintsForward, type Purpose, serves } from './control-words.ts';
import type { Control } from './page/find-controls.ts';

/** A control and where it is: the number of its frame, and its number within. */
export interface PlacedControl extends Control {
  readonly frame: number;
  readonly index: number;
}

export interface Step {
  readonly does: 'press' | 'choose' | 'fill' | 'select' | 'arrange';
  readonly control: PlacedControl;
}

/** What was tried on which screen, so that nobody walks in a circle. */
export interface Memory {
  /** Keys of controls that were used since the screen was last another. */
  readonly tried: ReadonlySet<string>;
  /** How often a control of this key was used at all. */
  readonly times: ReadonlyMap<string, number>;
}

export type Choose = (all: readonly PlacedControl[], memory: Memory) => Step | null;

export const controlKey = ({ frame, role, name, hint }: PlacedControl) => [frame, role, name, hint].join('|');

/** More than this, and a control that looks like the way on leads nowhere. */
const mostTimes = 60;
/** Buttons of which nothing is known, tried where nothing else is left. */
const mostExplored = 2;

/** @returns null where there is nothing left to do */
export const chooseStep: Choose = (all, { tried, times }) => {
  const inDialog = all.filter((one) => one.isInDialog);
  const controls = (inDialog.length > 0 ? inDialog : all).filter(
    (one) => !tried.has(controlKey(one)) && (times.get(controlKey(one)) ?? 0) < mostTimes,
  );
  const pressed = controls.filter(({ kind, name }) => kind === 'press' && !serves(name, 'avoid'));
  const named = (purpose: Purpose) => pressed.find(({ name }) => serves(name, purpose));
  // A way in is taken once; what is met again, or elsewhere by the same name, is an entry of a menu that leads back.
  const taken = new Set([...times.keys()].map((key) => key.split('|')[2]));
  const wayIn = (purpose: Purpose) =>
    pressed.find((one) => serves(one.name, purpose) && !taken.has(one.name));
  const links = controls.filter(
    ({ kind, name, hint }) =>
      kind === 'link' &&
      (serves(name, 'next') || (serves(name, 'start') && !taken.has(name)) || hintsForward(hint)),
  );
  const question = unanswered(all, controls) ?? unarranged(all, tried, pressed);
  if (question) return question;
  const isAnswered = all.some(
    ({ kind, isChosen }) => isChosen && ['one', 'many', 'list', 'text'].includes(kind),
  );
  const way =
    (isAnswered ? named('submit') : undefined) ??
    wayIn('start') ??
    named('next') ??
    wayIn('resume') ??
    pressed.find(({ hint }) => hintsForward(hint)) ??
    links.find(({ name }) => !serves(name, 'avoid')) ??
    named('accept') ??
    named('submit') ??
    pressed.find((one) => isUnknown(one) && (times.get(controlKey(one)) ?? 0) < mostExplored);
  return way ? { does: 'press', control: way } : null;
};

/** Back to where the learner was: what courses ask when they are opened again. */
export const chooseReturn: Choose = (all, { tried }) => {
  const control = (['resume', 'start'] as const)
    .map((purpose) =>
      all.find((one) => one.kind === 'press' && !tried.has(controlKey(one)) && serves(one.name, purpose)),
    )
    .find(Boolean);
  return control ? { does: 'press', control } : null;
};

/** What may lead on for all that its name says: neither beside the course nor back to where it began. */
const isUnknown = ({ name }: PlacedControl) =>
  !(['aside', 'start', 'resume', 'arrange'] as const).some((purpose) => serves(name, purpose));

/** One thing of an order is moved, once a screen: what nobody moved does not count as answered. */
function unarranged(
  all: readonly PlacedControl[],
  tried: ReadonlySet<string>,
  pressed: readonly PlacedControl[],
): Step | null {
  const movers = all.filter(({ name }) => serves(name, 'arrange'));
  if (movers.some((one) => tried.has(controlKey(one)))) return null;
  const control = pressed.find(({ name }) => serves(name, 'arrange'));
  return control ? { does: 'arrange', control } : null;
}

/** The first question on the screen where nothing is chosen yet. */
function unanswered(all: readonly PlacedControl[], controls: readonly PlacedControl[]): Step | null {
  const groupsChosen = new Set(
    all.filter((one) => one.isChosen).map(({ frame, group }) => `${frame} ${group}`),
  );
  for (const control of controls) {
    const isOpen = !groupsChosen.has(`${control.frame} ${control.group}`);
    if ((control.kind === 'one' || control.kind === 'many') && isOpen) return { does: 'choose', control };
    if (control.kind === 'list' && !control.isChosen) return { does: 'select', control };
    if (control.kind === 'text' && !control.isChosen) return { does: 'fill', control };
  }
  return null;
}
