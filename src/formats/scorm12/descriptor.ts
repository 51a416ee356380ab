import type { Format } from '../format.ts';
import { bookmarkLimit } from './limits.ts';

export const scorm12 = {
  name: 'scorm12',
  title: 'SCORM 1.2',
  entry: 'scorm12',
  hasScos: true,
  lrsBesides: 'named',
  bookmarkLimit,
  manifests: [{ path: 'imsmanifest.xml', template: 'imsmanifest.template.xml' }],
  schemas: 'scorm12',
} as const satisfies Format;
