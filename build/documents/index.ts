/** Every document of the trainer, by its name on the command line. */
import type { DocumentFormat } from './document.ts';
import { guide } from './guide.ts';
import { handout } from './handout.ts';
import { slides } from './slides.ts';

export const documents = { guide, slides, handout } as const satisfies Readonly<
  Record<string, DocumentFormat>
>;
