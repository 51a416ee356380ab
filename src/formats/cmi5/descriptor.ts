import type { Format } from '../format.ts';
import { bookmarkLimit } from '../xapi/limits.ts';

export const cmi5 = {
  name: 'cmi5',
  title: 'cmi5',
  entry: 'cmi5',
  needsIri: true,
  connects: true,
  hasScos: true,
  leadsBack: true,
  bookmarkLimit,
  manifests: [{ path: 'cmi5.xml', template: 'src/formats/cmi5/cmi5.template.xml' }],
  schemas: null,
} as const satisfies Format;
