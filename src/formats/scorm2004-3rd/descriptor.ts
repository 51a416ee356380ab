/** The 3rd edition says the same to the LMS; its manifest and schemas differ. */
import type { Format } from '../format.ts';
import { scorm2004 } from '../scorm2004/descriptor.ts';

const [fourth] = scorm2004.manifests;

export const scorm2004third = {
  ...scorm2004,
  name: 'scorm2004-3rd',
  title: 'SCORM 2004 (3rd edition)',
  manifests: [
    {
      ...fourth,
      // Its schema takes nothing within the manifest that has no schema in the package, and there is none of metadata.
      metadata: { ...fourth.metadata, path: 'metadata.xml' },
      edition: { version: '2004 3rd Edition', hasThresholdAttributes: false },
    },
  ],
  schemas: 'scorm2004-3rd',
} as const satisfies Format;
