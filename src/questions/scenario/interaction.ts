import type { Interaction, Pair, Response } from '../logic.ts';
import { bestWay, gradeOfEnd, pathOf, type ScenarioKey, type Way } from './path.ts';

/** The standards have no scenario: its choices are steps of a performance; right is the shortest way to a best end. */
export function interaction(key: ScenarioKey, response: Response): Interaction {
  const pairs = (steps: Response) => steps.map((step): Pair => [step.charAt(0), step.charAt(1)]);
  return {
    type: 'performance',
    response: pairs(pathOf(key, response).steps),
    correct: pairs(bestWay(key, isBetter).steps),
  };
}

function isBetter(one: Way, other: Way): boolean {
  const gain = gradeOfEnd(one.end) - gradeOfEnd(other.end);
  return gain > 0 || (gain === 0 && one.steps.length < other.steps.length);
}
