/** A document of a package: what a learner opens, and what one bookmark belongs to. Pure. */
import type { CourseOutline } from '../../src/course/outline.ts';
import { packageDataId } from '../../src/player/package-data.ts';
import { attributeOf, elementsIn, parseHtml, textOf } from '../inspect/markup.ts';
import { type Wording, wordingOf } from './wording.ts';

export interface CourseDocument {
  readonly path: string;
  readonly outline: CourseOutline;
  readonly wording: Wording;
}

/** Null for a document that was not made by Coursewright, or by a version that kept no ledger. */
export function readDocument(path: string, html: string): CourseDocument | null {
  const document = parseHtml(html);
  const [data] = elementsIn(document, (one) => attributeOf(one, 'id') === packageDataId);
  const outline = outlineIn(textOf(data));
  return outline && { path, outline, wording: wordingOf(document, Object.keys(outline.texts)) };
}

function outlineIn(text: string): CourseOutline | null {
  try {
    const { outline } = JSON.parse(text) as { outline?: unknown };
    return isOutline(outline) ? outline : null;
  } catch {
    return null;
  }
}

function isOutline(value: unknown): value is CourseOutline {
  if (typeof value !== 'object' || value === null) return false;
  const { id, version, lessons, questions, texts, outcomes, ledger, completion } = value as CourseOutline;
  return (
    [id, version].every((one) => typeof one === 'string') &&
    [lessons, outcomes, ledger].every(Array.isArray) &&
    lessons.every(({ pages }) => Array.isArray(pages)) &&
    [questions, texts, completion].every((one) => typeof one === 'object' && one !== null)
  );
}
