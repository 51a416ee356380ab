/** Every output format, by its name on the command line. */
import type { Format } from './format.ts';
import { scorm12 } from './scorm12/descriptor.ts';
import { scorm2004 } from './scorm2004/descriptor.ts';

export const formats = { scorm12, scorm2004 } as const satisfies Readonly<Record<string, Format>>;
