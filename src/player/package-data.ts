/** What the builder leaves in the document for the player. */
import type { CourseOutline } from '../course/outline.ts';
import type { Words } from '../locales/word.ts';

export interface PackageData {
  readonly outline: CourseOutline;
  /** What the scripts of this package say; the rest stands in the document. */
  readonly words: Partial<Words>;
}

/** What it leaves in a document that only leads on to one in a language. */
export interface DoorData {
  readonly outline: Pick<CourseOutline, 'id'>;
  /** Addresses by language, the course's own first. */
  readonly door: Readonly<Record<string, string>>;
}

/** Id of the element that holds it, as JSON. */
export const packageDataId = 'cw-data';

export function readPackageData(document: Document): PackageData & Partial<Pick<DoorData, 'door'>> {
  return JSON.parse(document.getElementById(packageDataId)?.textContent ?? '');
}
