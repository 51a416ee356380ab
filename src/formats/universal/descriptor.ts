import { cmi5 } from '../cmi5/descriptor.ts';
import type { Format } from '../format.ts';
import { scorm12 } from '../scorm12/descriptor.ts';
import { xapi } from '../xapi/descriptor.ts';

export const universal = {
  name: 'universal',
  title: 'universal package',
  entry: 'universal',
  parts: ['cmi5', 'xapi', 'scorm12', 'scorm2004'],
  needsIri: true,
  connects: true,
  lrsBesides: 'named',
  leadsBack: true,
  // The least that any of its standards keeps: nobody knows which LMS will take it.
  bookmarkLimit: scorm12.bookmarkLimit,
  manifests: [...xapi.manifests, ...cmi5.manifests, ...scorm12.manifests],
  schemas: scorm12.schemas,
} as const satisfies Format;
