/** The names that a manifest may use. The schemas of SCORM 2004 let a misspelt attribute pass: this does not. */

const elements: Readonly<Record<string, readonly string[]>> = {
  manifest: ['identifier', 'version', 'xsi:schemaLocation'],
  metadata: [],
  schema: [],
  schemaversion: [],
  organizations: ['default'],
  organization: ['identifier'],
  title: [],
  item: ['identifier', 'identifierref', 'isvisible'],
  resources: [],
  resource: ['identifier', 'type', 'href', 'adlcp:scormType'],
  file: ['href'],
  dependency: ['identifierref'],
  'adlcp:location': [],
  'adlcp:completionThreshold': ['completedByMeasure', 'minProgressMeasure'],
  'adlnav:presentation': [],
  'adlnav:navigationInterface': [],
  'adlnav:hideLMSUI': [],
  'imsss:sequencing': [],
  'imsss:controlMode': ['choice', 'flow'],
  'imsss:rollupRules': ['rollupObjectiveSatisfied', 'objectiveMeasureWeight'],
  'imsss:objectives': [],
  'imsss:primaryObjective': ['objectiveID', 'satisfiedByMeasure'],
  'imsss:objective': ['objectiveID'],
  'imsss:minNormalizedMeasure': [],
  'imsss:deliveryControls': ['completionSetByContent', 'objectiveSetByContent'],
};

/** Learning object metadata (IEEE 1484.12.3): each element with what may stand in it, in the order of the standard. */
const metadata: Readonly<Record<string, readonly string[]>> = {
  lom: ['general', 'lifeCycle', 'metaMetadata', 'technical', 'educational', 'rights'],
  general: ['identifier', 'title', 'language', 'description', 'keyword'],
  identifier: ['catalog', 'entry'],
  lifeCycle: ['version'],
  metaMetadata: ['metadataSchema'],
  technical: ['format', 'size', 'location'],
  educational: ['typicalLearningTime'],
  typicalLearningTime: ['duration'],
  rights: ['description'],
  title: ['string'],
  description: ['string'],
  keyword: ['string'],
  version: ['string'],
};

const tag = /<(\/?)([A-Za-z][\w:]*)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g;

/** Every element and attribute of the manifest whose name the standard does not know there. */
export function unknownNames(manifest: string): string[] {
  const own = manifest.replace(/<lom [\s\S]*<\/lom>/, '');
  return [...own.matchAll(tag)].flatMap(([, isEnd, name = '', attributes = '']) => {
    const known = elements[name];
    if (!known) return [`<${name}>`];
    if (isEnd) return [];
    return [...attributes.matchAll(/([\w:]+)=/g)]
      .map(([, attribute = '']) => attribute)
      .filter((attribute) => !known.includes(attribute) && !attribute.startsWith('xmlns'))
      .map((attribute) => `${name}/@${attribute}`);
  });
}

/** Every element of the metadata that stands where the standard has no place for it, or in the wrong order. */
export function misplacedMetadata(text: string): string[] {
  const lom = /<lom [\s\S]*<\/lom>/.exec(text)?.[0] ?? '';
  const path: { name: string; last: number }[] = [];
  const wrong: string[] = lom === '' ? ['no metadata'] : [];
  for (const [, isEnd, name = '', , isEmpty] of lom.matchAll(tag)) {
    if (isEnd) {
      path.pop();
      continue;
    }
    const parent = path.at(-1);
    const place = parent ? (metadata[parent.name]?.indexOf(name) ?? -1) : 0;
    if (parent && (place < 0 || place < parent.last)) wrong.push(`${parent.name}/${name}`);
    if (parent) parent.last = place;
    if (!isEmpty) path.push({ name, last: 0 });
  }
  return wrong;
}
