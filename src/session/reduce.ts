/** One event after the other makes the state. The only place where it changes. */
import type { CourseOutline } from '../course/outline.ts';
import { reduceAnswering } from './answering.ts';
import type { LearnerEvent } from './event.ts';
import type { Logics } from './scoring.ts';
import type { SessionState } from './state.ts';
import { passTime } from './time.ts';

/** The state after the event. Events that make no sense now (a locked question, an unknown id) only pass time. */
export function reduce(
  outline: CourseOutline,
  logics: Logics,
  before: SessionState,
  event: LearnerEvent,
): SessionState {
  const state = passTime(outline, before, event);
  switch (event.type) {
    case 'page-shown': {
      const isNew = event.page !== '' && !state.seen.includes(event.page);
      const turned = endVisit(state, event.page === '' ? null : event.page);
      return { ...turned, page: event.page, seen: isNew ? [...state.seen, event.page] : state.seen };
    }
    case 'page-marked': {
      const others = state.marked.filter((page) => page !== event.page);
      const wasMarked = others.length < state.marked.length;
      return { ...state, marked: wasMarked ? others : [...others, event.page] };
    }
    case 'text-written': {
      const limit = outline.texts[event.block];
      if (limit === undefined) return state;
      return { ...state, texts: { ...state.texts, [event.block]: event.text.slice(0, limit) } };
    }
    case 'hidden':
    case 'visible':
      return { ...state, sitting: { ...state.sitting, isVisible: event.type === 'visible' } };
    case 'left':
      return endVisit(state, null);
    case 'active':
    case 'ticked':
      return state;
    default:
      return import.meta.asksNothing ? state : reduceAnswering(outline, logics, state, event);
  }
}

/** The page that was shown goes among the visits, and the visit to the next one begins. */
function endVisit(state: SessionState, next: string | null): SessionState {
  const { visit, visits, active, lastAt } = state.sitting;
  return {
    ...state,
    sitting: {
      ...state.sitting,
      visit: next === null ? null : { page: next, at: lastAt, activeBefore: active },
      visits: visit
        ? [...visits, { page: visit.page, at: visit.at, duration: active - visit.activeBefore }]
        : visits,
    },
  };
}
