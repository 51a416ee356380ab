/** How far long work is, as a line of a terminal. Pure. */
import { counted } from '../pipeline/counted.ts';
import { type PlayProgress, visits } from '../play/play-progress.ts';

export function progressLine(done: number, total: number, wrong: number): string {
  return `${bar(done / total)} ${done} of ${total} courses${wrong > 0 ? `, ${wrong} with mistakes` : ''}`;
}

/** The title comes last: a narrow terminal shows the beginning. */
export function playLine({ title, part, parts, visit, steps }: PlayProgress): string {
  const done = (part - 1) * visits + visit - 1;
  return `${bar(done / (parts * visits))} part ${part} of ${parts}, visit ${visit} of ${visits}, ${counted(steps, 'step')}: ${title}`;
}

const width = 24;

function bar(share: number): string {
  const full = Math.round(share * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}
