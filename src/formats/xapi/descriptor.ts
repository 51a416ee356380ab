import type { Format } from '../format.ts';
import { bookmarkLimit } from './limits.ts';

export const xapi = {
  name: 'xapi',
  title: 'xAPI (Tin Can)',
  entry: 'xapi',
  needsIri: true,
  connects: true,
  bookmarkLimit,
  manifests: [{ path: 'tincan.xml', template: 'src/formats/xapi/tincan.template.xml' }],
  schemas: null,
} as const satisfies Format;
