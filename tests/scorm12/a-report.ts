import type { Report, ReportedInteraction, ReportedObjective } from '../../src/session/report.ts';

export function aReport(overrides: Partial<Report> = {}): Report {
  return {
    at: 0,
    completion: 'incomplete',
    success: 'unknown',
    score: null,
    mayFall: false,
    objectives: [],
    progress: 0,
    location: 'one',
    bookmark: '1.abc',
    sittingTime: 1000,
    interactions: [],
    visits: [],
    ...overrides,
  };
}

export function anInteraction(id: string): ReportedInteraction {
  return {
    id,
    what: { type: 'choice', response: ['b', 'c'], correct: ['a'] },
    grade: 0,
    weighting: 2,
    outcome: 'know',
    at: new Date(2026, 10, 23, 9, 5, 7).getTime(),
    latency: 65_432,
  };
}

export function anObjective(id: string, score: number, success: 'passed' | 'failed'): ReportedObjective {
  return { id, text: `To ${id}.`, language: 'en', score, success };
}
