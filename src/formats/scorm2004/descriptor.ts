import type { Format } from '../format.ts';
import { bookmarkLimit } from './limits.ts';

export const scorm2004 = {
  name: 'scorm2004',
  title: 'SCORM 2004 (4th edition)',
  entry: 'scorm2004',
  hasScos: true,
  lrsBesides: 'named',
  bookmarkLimit,
  manifests: [
    {
      path: 'imsmanifest.xml',
      template: 'src/formats/scorm2004/imsmanifest.template.xml',
      metadata: { template: 'src/formats/scorm2004/metadata.template.xml' },
      edition: { version: '2004 4th Edition', hasThresholdAttributes: true },
    },
  ],
  schemas: 'scorm2004',
} as const satisfies Format;
