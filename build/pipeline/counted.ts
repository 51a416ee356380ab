/** "1 mistake", "2 mistakes". @param what in the singular; its plural ends in an s */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
