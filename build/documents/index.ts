/** Every document of the trainer, by its name on the command line. */
import type { DocumentFormat } from './document.ts';
import { guide } from './guide.ts';
import { handout } from './handout.ts';

export const documents = { guide, handout } as const satisfies Readonly<Record<string, DocumentFormat>>;
