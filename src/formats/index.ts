/** Every output format, by its name on the command line. */
import { cmi5 } from './cmi5/descriptor.ts';
import type { Format } from './format.ts';
import { scorm12 } from './scorm12/descriptor.ts';
import { scorm2004 } from './scorm2004/descriptor.ts';
import { scorm2004third } from './scorm2004-3rd/descriptor.ts';
import { universal } from './universal/descriptor.ts';
import { web } from './web/descriptor.ts';
import { xapi } from './xapi/descriptor.ts';

export const formats = {
  scorm12,
  scorm2004,
  'scorm2004-3rd': scorm2004third,
  xapi,
  cmi5,
  universal,
  web,
} as const satisfies Readonly<Record<string, Format>>;
