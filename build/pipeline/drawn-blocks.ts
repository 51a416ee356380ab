/** Pages and blocks as HTML, kept by what they were drawn of: after an edit, and in its other formats, most of a course is the same. */
import { createHash } from 'node:crypto';
import { rememberedOf } from './remembered.ts';

/**
 * @param what a page, a block or a question
 * @param how  all that it is drawn by besides itself and what all are drawn among
 */
export type Draw = (what: object, how: readonly unknown[], draw: () => string) => string;

/** @param surroundings all that blocks are drawn among: what they see of the course, their templates, its files */
export type DrawAmong = (surroundings: readonly unknown[]) => Draw;

const textOf = rememberedOf((what: object): string => JSON.stringify(what));

/** Courses and languages whose blocks are kept; those that were asked for longest ago are forgotten first. */
const mostSurroundings = 20;
const mostBlocks = 4000;

/** What is kept of one kind of document, which speaks one set of words in each language. */
export function drawnBlocks(): DrawAmong {
  const kept = new Map<string, Map<string, string>>();
  return (surroundings) => {
    const key = createHash('sha256').update(JSON.stringify(surroundings)).digest('base64');
    const drawn = kept.get(key) ?? new Map<string, string>();
    kept.delete(key);
    kept.set(key, drawn);
    const oldest = kept.keys().next().value;
    if (kept.size > mostSurroundings && oldest !== undefined) kept.delete(oldest);
    return (what, how, draw) => {
      const value = `${JSON.stringify(how)} ${textOf(what)}`;
      const html = drawn.get(value) ?? draw();
      if (drawn.size >= mostBlocks) drawn.clear();
      drawn.set(value, html);
      return html;
    };
  };
}
