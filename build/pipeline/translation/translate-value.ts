/** The course in another language: the same value with other texts at the same places. Pure. */
import type { Course } from '../../../src/course/course.ts';
import { pointerSteps } from '../../../src/course/problem.ts';
import type { Match } from './match-units.ts';

/** @param inSource what becomes of a text that has no translation */
export function translateValue(
  course: Course,
  matches: readonly Match[],
  inSource: (text: string) => string,
): Course {
  const translated = structuredClone(course);
  for (const { segment, unit, is } of matches)
    for (const pointer of segment.pointers) {
      if (is !== 'missing' && unit)
        setAt(translated, pointer, segment.kind === 'answer' ? linesOf(unit.target) : unit.target.trim());
      else if (segment.kind !== 'answer') setAt(translated, pointer, inSource(segment.source));
    }
  return translated;
}

export function linesOf(answers: string): string[] {
  return answers
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

export function valueAt(value: unknown, pointer: string): unknown {
  return pointerSteps(pointer).reduce<unknown>(
    (inside, step) => (inside as Readonly<Record<string, unknown>> | undefined)?.[step],
    value,
  );
}

export function setAt(value: unknown, pointer: string, text: unknown): void {
  const steps = pointerSteps(pointer);
  const last = steps.pop();
  const owner = steps.reduce<unknown>((inside, step) => (inside as Record<string, unknown>)[step], value);
  if (last !== undefined) (owner as Record<string, unknown>)[last] = text;
}
