import type { Response } from '../logic.ts';
import { bestWay, gradeOfEnd, pathOf, type ScenarioKey } from './path.ts';

/** What the end earns that the choices led to; 0 before an end. A token is scene and choice: `a1`. */
export function grade(key: ScenarioKey, response: Response): number {
  return gradeOfEnd(pathOf(key, response).scenes.at(-1));
}

/** The longest response: the longest way to an end. */
export function fullest(key: ScenarioKey): Response {
  return bestWay(key, (one, other) => one.steps.length > other.steps.length).steps;
}
