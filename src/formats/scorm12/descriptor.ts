import type { Format } from '../format.ts';

export const scorm12 = {
  name: 'scorm12',
  title: 'SCORM 1.2',
  entry: 'scorm12',
  hasScos: true,
  lrsBesides: 'named',
  // CMIString4096: what is longer is refused by some LMSs and cut by others.
  bookmarkLimit: 4096,
  manifests: [{ path: 'imsmanifest.xml', template: 'imsmanifest.template.xml' }],
  schemas: 'scorm12',
} as const satisfies Format;
