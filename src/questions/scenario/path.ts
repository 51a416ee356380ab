/** The way that a learner took through a scenario. Pure. */
import type { Response } from '../logic.ts';

export interface Scene {
  readonly id: string;
  readonly choices?: readonly { readonly id: string; readonly next: string }[];
  readonly grade?: number;
}

/** What grading needs of the question. */
export interface ScenarioKey {
  readonly scenes: readonly Scene[];
}

export interface Path {
  /** The choices made, as scene and choice: `a1`. */
  readonly steps: Response;
  /** Every scene met, the present one last. */
  readonly scenes: readonly Scene[];
}

/** From the first scene along the tokens, as far as they fit. */
export function pathOf({ scenes }: ScenarioKey, response: Response): Path {
  const steps: string[] = [];
  const met: Scene[] = scenes.slice(0, 1);
  for (;;) {
    const here = met.at(-1);
    const choice = here?.choices?.find(({ id }) => response.includes(here.id + id));
    const next = scenes.find(({ id }) => id === choice?.next);
    if (!here || !choice || !next || met.includes(next)) return { steps, scenes: met };
    steps.push(here.id + choice.id);
    met.push(next);
  }
}

export interface Way {
  readonly steps: Response;
  readonly end: Scene | undefined;
}

/**
 * The way from the first scene to an end that is better than every other. Ways meet again, so each scene is
 * looked at once: what is better must stay so when the same steps are put before both.
 */
export function bestWay({ scenes }: ScenarioKey, isBetter: (one: Way, other: Way) => boolean): Way {
  const known = new Map<string, Way>();
  const from = (scene: Scene | undefined): Way => {
    const before = known.get(scene?.id ?? '');
    if (before) return before;
    let best: Way | null = null;
    for (const { id, next } of scene?.choices ?? []) {
      const { steps, end } = from(scenes.find((one) => one.id === next));
      const way = { steps: [`${scene?.id}${id}`, ...steps], end };
      if (!best || isBetter(way, best)) best = way;
    }
    const way = best ?? { steps: [], end: scene };
    known.set(scene?.id ?? '', way);
    return way;
  };
  return from(scenes[0]);
}

/** The share of the points that an end earns. */
export function gradeOfEnd(scene: Scene | undefined): number {
  return scene && !scene.choices?.length ? (scene.grade ?? 1) : 0;
}
