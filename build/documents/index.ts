/** Every document of the trainer, by its name on the command line. */
import type { DocumentFormat } from './document.ts';
import { guide } from './guide.ts';
import { handout } from './handout.ts';
import type { documentNames } from './names.ts';
import { slides } from './slides.ts';

export const documents = { guide, slides, handout } as const satisfies Readonly<
  Record<(typeof documentNames)[number], DocumentFormat>
>;
