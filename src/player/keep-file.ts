/** A file that the learner takes along. */
import { element } from './element.ts';

/** @param text a line break is put at its end */
export function keepFile(document: Document, name: string, text: string): void {
  const file = new Blob([`${text}\n`], { type: 'text/plain;charset=utf-8' });
  const link = element('a', { href: URL.createObjectURL(file), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(link.href);
}
