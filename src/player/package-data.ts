/** What the builder leaves in the document for the player. */
import type { CourseOutline } from '../course/outline.ts';
import type { Words } from '../locales/word.ts';

export interface PackageData {
  readonly outline: CourseOutline;
  /** What the scripts of this package say; the rest stands in the document. */
  readonly words: Partial<Words>;
}

/** Id of the element that holds it, as JSON. */
export const packageDataId = 'cw-data';

export function readPackageData(document: Document): PackageData {
  return JSON.parse(document.getElementById(packageDataId)?.textContent ?? '');
}
