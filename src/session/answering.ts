/** What events about questions and assessments make of the state. A course that asks nothing carries none of this. */
import { type AssessmentOutline, type CourseOutline, outlinePages } from '../course/outline.ts';
import { draw } from './draw.ts';
import type { LearnerEvent } from './event.ts';
import { countedOf, type Logics, resultOf } from './scoring.ts';
import type { Answer, AnsweredQuestion, Attempt, SessionState } from './state.ts';

/** The events that only questions and assessments know. */
export type AnsweringEvent = Extract<
  LearnerEvent,
  {
    readonly type:
      | 'question-met'
      | 'chosen'
      | 'checked'
      | 'reopened'
      | 'assessment-begun'
      | 'assessment-submitted';
  }
>;

const noAnswer: Answer = { response: [], tries: 0, isFinal: false };
const noAttempt: Attempt = {
  number: 0,
  isSubmitted: false,
  begunAt: 0,
  timeFactor: 1,
  drawn: [],
  met: [],
  counted: null,
};

export function reduceAnswering(
  outline: CourseOutline,
  logics: Logics,
  state: SessionState,
  event: AnsweringEvent,
): SessionState {
  const { sitting } = state;
  switch (event.type) {
    case 'question-met':
      if (event.question in sitting.met) return state;
      return { ...state, sitting: { ...sitting, met: { ...sitting.met, [event.question]: event.at } } };
    case 'chosen': {
      const answer = state.answers[event.question] ?? noAnswer;
      if (answer.isFinal || !outline.questions[event.question]) return state;
      return {
        ...withAnswer(state, event.question, { ...answer, response: event.response }),
        sitting: { ...sitting, chosenAt: { ...sitting.chosenAt, [event.question]: event.at } },
      };
    }
    case 'checked': {
      const answer = state.answers[event.question] ?? noAnswer;
      if (answer.isFinal || answer.response.length === 0) return state;
      const checked = withAnswer(state, event.question, {
        ...answer,
        tries: answer.tries + 1,
        isFinal: true,
      });
      return withAnswered(outline, checked, [event.question], event.at);
    }
    case 'reopened': {
      const answer = state.answers[event.question];
      if (!answer?.isFinal || triesLeft(outline, state, event.question) === 0) return state;
      return withAnswer(state, event.question, { ...answer, isFinal: false });
    }
    case 'assessment-begun': {
      const before = state.attempts[event.page] ?? noAttempt;
      const assessment = assessmentOn(outline, event.page);
      const isUnderWay = before.number > 0 && !before.isSubmitted;
      if (!assessment || isUnderWay || attemptsLeft(outline, state, event.page) === 0) return state;
      const met = [...new Set([...before.met, ...before.drawn])];
      const group = (id: string) => {
        const question = outline.questions[id];
        return String(assessment.balance === 'difficulty' ? question?.difficulty : question?.outcome);
      };
      const drawn = draw(assessment.questions, assessment.draw, group, met, event.seed);
      const answers = Object.fromEntries(
        Object.entries(state.answers).filter(([id]) => !assessment.questions.includes(id)),
      );
      const attempt: Attempt = {
        number: before.number + 1,
        isSubmitted: false,
        begunAt: Math.floor(event.at / 1000) * 1000,
        timeFactor: event.timeFactor,
        drawn: assessment.draw < assessment.questions.length ? drawn : assessment.questions,
        met: assessment.draw < assessment.questions.length ? met : [],
        counted: before.counted,
      };
      return { ...state, answers, attempts: { ...state.attempts, [event.page]: attempt } };
    }
    case 'assessment-submitted': {
      const attempt = state.attempts[event.page];
      const assessment = assessmentOn(outline, event.page);
      if (!attempt || !assessment || attempt.isSubmitted) return state;
      const result = resultOf(outline, logics, state, attempt.drawn);
      const counted = countedOf(outline.passMark ?? 0, assessment, attempt.counted, result);
      const submitted = { ...attempt, isSubmitted: true, counted };
      // Those that were checked one by one have been told already.
      const answered = attempt.drawn.filter(
        (id) => state.answers[id]?.response.length && !state.answers[id]?.isFinal,
      );
      let next: SessionState = { ...state, attempts: { ...state.attempts, [event.page]: submitted } };
      for (const id of answered)
        next = withAnswer(next, id, { ...(next.answers[id] ?? noAnswer), isFinal: true });
      return withAnswered(outline, next, answered, event.at);
    }
  }
}

/** How often a practice question may still be checked; null without limit. */
export function triesLeft(
  { questions }: CourseOutline,
  { answers }: Pick<SessionState, 'answers'>,
  id: string,
): number | null {
  const tries = questions[id]?.tries ?? null;
  return tries === null ? null : Math.max(0, tries - (answers[id]?.tries ?? 0));
}

/** How often the assessment on this page may still be begun; null without limit. */
export function attemptsLeft(
  outline: CourseOutline,
  { attempts }: Pick<SessionState, 'attempts'>,
  page: string,
): number | null {
  const limit = assessmentOn(outline, page)?.attempts ?? null;
  return limit === null ? null : Math.max(0, limit - (attempts[page]?.number ?? 0));
}

function assessmentOn(outline: CourseOutline, page: string): AssessmentOutline | undefined {
  return outlinePages(outline).find(({ id }) => id === page)?.assessment;
}

function withAnswer(state: SessionState, id: string, answer: Answer): SessionState {
  return { ...state, answers: { ...state.answers, [id]: answer } };
}

function withAnswered(
  { questions }: CourseOutline,
  state: SessionState,
  ids: readonly string[],
  now: number,
): SessionState {
  const { sitting } = state;
  const answered = ids.map((id): AnsweredQuestion => {
    const at = sitting.chosenAt[id] ?? now;
    const met = sitting.met[id];
    return {
      question: id,
      type: questions[id]?.type ?? '',
      response: state.answers[id]?.response ?? [],
      at,
      latency: met === undefined || sitting.chosenAt[id] === undefined ? null : Math.max(0, at - met),
    };
  });
  return { ...state, sitting: { ...sitting, answered: [...sitting.answered, ...answered] } };
}
