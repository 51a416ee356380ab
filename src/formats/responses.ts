/**
 * Responses and patterns as SCORM 2004 and xAPI write them, with `[,]` `[.]` `[:]` between their parts (run-time
 * environment 4.2.9.1, xAPI Data appendix C). Pure.
 */
import type { Interaction, Pair } from '../questions/logic.ts';
import { decimal } from './decimal.ts';

/** Most characters that a standard keeps, of a word among others and of a text by itself. */
export interface TextLimits {
  readonly short: number;
  readonly long: number;
}

/** A fill-in of more characters is a long one. */
const shortText = 250;

export type InteractionType = Interaction['type'] | 'long-fill-in';

export function typeOf(what: Interaction): InteractionType {
  return what.type === 'fill-in' && what.response.length > shortText ? 'long-fill-in' : what.type;
}

export function responseOf(what: Interaction, { short, long }: TextLimits): string {
  switch (what.type) {
    case 'true-false':
      return String(what.response);
    case 'choice':
    case 'sequencing':
      return what.response.join('[,]');
    case 'matching':
    case 'performance':
      return pairs(what.response, short);
    case 'fill-in':
      return text(what.response, long);
    case 'numeric':
      return decimal(what.response);
    case 'likert':
      return what.response;
  }
}

/** Every response that is right, a pattern each; none where nothing is. */
export function patternsOf(what: Interaction, { short }: TextLimits): string[] {
  switch (what.type) {
    case 'true-false':
      return [String(what.correct)];
    case 'choice':
    case 'sequencing':
      return [what.correct.join('[,]')];
    case 'matching':
    case 'performance':
      return [pairs(what.correct, short)];
    case 'fill-in':
      return [...new Set(what.correct.map((one) => text(one, short)))];
    case 'numeric':
      return [`${decimal(what.correct.min)}[:]${decimal(what.correct.max)}`];
    case 'likert':
      return [];
  }
}

function pairs(list: readonly Pair[], most: number): string {
  return list.map(([source, target]) => `${source}[.]${text(target, most)}`).join('[,]');
}

/** A learner's own words hold no delimiter of the standard: it loses its brackets. */
function text(words: string, most: number): string {
  return words.replace(/\[([,.:])\]/g, '$1').slice(0, most);
}
