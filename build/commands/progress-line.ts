/** How far long work is, as a line of a terminal. Pure. */
export function progressLine(done: number, total: number, wrong: number): string {
  const full = Math.round((done / total) * width);
  const bar = '█'.repeat(full) + '░'.repeat(width - full);
  return `${bar} ${done} of ${total} courses${wrong > 0 ? `, ${wrong} with mistakes` : ''}`;
}

const width = 24;
