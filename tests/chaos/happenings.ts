/** What an event makes of the facts, by the rules that a learner is told. */
import { type CourseOutline, outlinePages } from '../../src/course/outline.ts';
import type { Happening } from '../../src/sitting/session.ts';
import { answersTo } from './course-versions.ts';
import type { AnswerFact, AttemptFact, Facts } from './facts.ts';

const noAnswer: Omit<AnswerFact, 'type'> = { response: '', tries: 0, isFinal: false };

/** @param answered is told each answer that stands from now on */
export function after(
  outline: CourseOutline,
  facts: Facts,
  event: Happening,
  answered: (told: { question: string; type: string; response: string }) => void,
): Facts {
  const withAnswer = (id: string, change: Partial<AnswerFact>, from = facts): Facts => {
    const type = outline.questions[id]?.type ?? '';
    const before = from.answers.get(id) ?? { ...noAnswer, type };
    return { ...from, answers: new Map(from.answers).set(id, { ...before, ...change }) };
  };
  const withAttempt = (page: string, attempt: AttemptFact, from = facts): Facts => ({
    ...from,
    attempts: new Map(from.attempts).set(page, attempt),
  });
  switch (event.type) {
    case 'page-shown': {
      const seen = event.page === '' ? facts.seen : new Set([...facts.seen, event.page]);
      return { ...facts, page: event.page, seen };
    }
    case 'text-written':
      return { ...facts, texts: new Map(facts.texts).set(event.block, event.text) };
    case 'chosen':
      if (facts.answers.get(event.question)?.isFinal) return facts;
      return withAnswer(event.question, { response: event.response.join(' ') });
    case 'checked': {
      const answer = facts.answers.get(event.question);
      if (!answer || answer.isFinal || answer.response === '') return facts;
      answered({ question: event.question, type: answer.type, response: answer.response });
      return withAnswer(event.question, { tries: answer.tries + 1, isFinal: true });
    }
    case 'reopened': {
      const answer = facts.answers.get(event.question);
      const limit = outline.questions[event.question]?.tries ?? null;
      if (!answer?.isFinal || (limit !== null && answer.tries >= limit)) return facts;
      return withAnswer(event.question, { isFinal: false });
    }
    case 'assessment-begun': {
      const before = facts.attempts.get(event.page);
      if (before && !before.isSubmitted) return facts;
      const pool = outlinePages(outline).find(({ id }) => id === event.page)?.assessment?.questions ?? [];
      const answers = new Map([...facts.answers].filter(([id]) => !pool.includes(id)));
      const begun = { number: (before?.number ?? 0) + 1, isSubmitted: false, begunAt: 0, drawn: [] };
      return withAttempt(event.page, { ...begun, best: before?.best ?? null }, { ...facts, answers });
    }
    case 'assessment-submitted': {
      const attempt = facts.attempts.get(event.page);
      if (!attempt || attempt.isSubmitted) return facts;
      let earned = 0;
      let possible = 0;
      let next = facts;
      for (const entry of attempt.drawn) {
        const [id = '', type = ''] = entry.split(' ');
        const answer = facts.answers.get(id);
        const points = outline.questions[id]?.points ?? 0;
        possible += points;
        if (answer?.response && answer.response === answersTo[type]?.right.join(' ')) earned += points;
        if (!answer?.response || answer.isFinal) continue;
        answered({ question: id, type, response: answer.response });
        next = withAnswer(id, { isFinal: true }, next);
      }
      const best = Math.max(attempt.best ?? 0, possible > 0 ? earned / possible : 0);
      return withAttempt(event.page, { ...attempt, isSubmitted: true, best }, next);
    }
    default:
      return facts;
  }
}
