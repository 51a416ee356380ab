/** What an imsmanifest.xml says: SCORM 1.2 and 2004, of any tool. Pure. */
import type { Described, Finding, Launch } from './finding.ts';
import { resolveHref } from './href.ts';
import { attributeOf, childrenNamed, type Element, elementsNamed, parseXml, textOf } from './markup.ts';

export function readScorm(text: string): Described {
  const findings: Finding[] = [];
  const wrong = (
    severity: Finding['severity'],
    message: string,
    hint: string,
    kind: Finding['kind'] = 'manifest',
  ) => void findings.push({ severity, kind, message, hint });
  const document = parseXml(text);
  const manifest = elementsNamed(document, 'manifest')[0];
  const version = textOf(elementsNamed(document, 'schemaversion')[0]);
  const { standard, edition } = editionOf(version, text);
  if (!manifest)
    wrong('error', 'it holds no <manifest>.', 'It is damaged or cut off: build the package again.');
  if (version === '')
    wrong('warning', 'it says no <schemaversion>.', `LMSs guess then; it is taken for ${edition} here.`);

  const organizations = manifest && childrenNamed(manifest, 'organizations')[0];
  const all = organizations ? childrenNamed(organizations, 'organization') : [];
  const wanted = attributeOf(organizations, 'default');
  const organization = all.find((one) => attributeOf(one, 'identifier') === wanted) ?? all[0];
  if (manifest && all.length === 0)
    wrong(
      'error',
      'it has no organization.',
      'Without one an LMS shows no lesson: this is a resource package.',
    );
  else if (wanted !== '' && attributeOf(organization, 'identifier') !== wanted)
    wrong(
      'error',
      `its default organization "${wanted}" is not there.`,
      'Name one that is: some LMSs show nothing otherwise.',
    );

  const resources = elementsNamed(document, 'resource');
  const base = (element: Element | undefined) => attributeOf(element, 'xml:base');
  const resourcesBase = base(manifest) + base(elementsNamed(document, 'resources')[0]);
  const byId = new Map(resources.map((one) => [attributeOf(one, 'identifier'), one]));
  const items = organization ? elementsNamed(organization, 'item') : [];
  const launches = items.flatMap((item): Launch[] => {
    const reference = attributeOf(item, 'identifierref');
    if (reference === '') return [];
    const resource = byId.get(reference);
    const title = textOf(childrenNamed(item, 'title')[0]);
    if (!resource) {
      wrong(
        'error',
        `the item "${title || reference}" names the resource "${reference}", which is not there.`,
        'It cannot be launched.',
        'launch',
      );
      return [];
    }
    const href =
      resourcesBase + base(resource) + attributeOf(resource, 'href') + attributeOf(item, 'parameters');
    const type = (
      attributeOf(resource, 'adlcp:scormtype') || attributeOf(resource, 'adlcp:scormType')
    ).toLowerCase();
    if (attributeOf(resource, 'href') === '')
      wrong('error', `the resource "${reference}" has no href.`, 'It cannot be launched.', 'launch');
    if (type === '')
      wrong(
        'error',
        `the resource "${reference}" has no adlcp:${standard === 'scorm12' ? 'scormtype' : 'scormType'}.`,
        'LMSs then take it for an asset, which tells them nothing.',
        'launch',
      );
    return [
      {
        ...{ id: attributeOf(item, 'identifier'), title, href, path: resolveHref(href) },
        ...{ isSilent: type === 'asset', resource: reference, moveOn: '', ...judgedBy(item) },
      },
    ];
  });
  if (organization && launches.length === 0)
    wrong('error', 'nothing in it can be launched.', 'No item names a resource with an href.', 'launch');
  else if (launches.length > 0 && launches.every((one) => one.isSilent))
    wrong(
      'error',
      'everything in it is an asset: nothing speaks to the LMS.',
      'No completion or score will be recorded; it needs adlcp:scormtype="sco".',
      'launch',
    );

  const title = textOf(organization && childrenNamed(organization, 'title')[0]);
  return {
    ...{ standard, edition, version, identifier: attributeOf(manifest, 'identifier') },
    identifiers: {
      manifest: attributeOf(manifest, 'identifier'),
      organization: attributeOf(organization, 'identifier'),
    },
    title: title || (launches[0]?.title ?? ''),
    description: textOf(elementsNamed(document, 'description')[0]),
    launches,
    listed: resources
      .flatMap((resource) => [
        ...elementsNamed(resource, 'file').map(
          (file) => resourcesBase + base(resource) + attributeOf(file, 'href'),
        ),
        resourcesBase + base(resource) + attributeOf(resource, 'href'),
      ])
      .flatMap((href) => resolveHref(href) ?? []),
    findings,
  };
}

/** What the LMS judges an item by. */
function judgedBy(item: Element): Pick<Launch, 'masteryScore' | 'completionThreshold' | 'objectives'> {
  const first = (name: string) => elementsNamed(item, name)[0];
  const threshold = first('completionThreshold');
  return {
    masteryScore: textOf(first('masteryscore') ?? first('minNormalizedMeasure')),
    completionThreshold: attributeOf(threshold, 'minProgressMeasure') || textOf(threshold),
    objectives: [...elementsNamed(item, 'primaryObjective'), ...elementsNamed(item, 'objective')].map((one) =>
      attributeOf(one, 'objectiveID'),
    ),
  };
}

/** The edition by what the manifest says, or else by the namespaces that it uses. */
function editionOf(version: string, text: string): { standard: 'scorm12' | 'scorm2004'; edition: string } {
  if (/^1\.2/.test(version)) return { standard: 'scorm12', edition: 'SCORM 1.2' };
  const number =
    /(\d)(?:st|nd|rd|th)\s+edition/i.exec(version)?.[1] ?? (/^CAM 1\.3/i.test(version) ? '2' : null);
  if (number)
    return {
      standard: 'scorm2004',
      edition: `SCORM 2004 ${number}${['', 'st', 'nd', 'rd'][Number(number)] ?? 'th'} Edition`,
    };
  if (/adlcp_v1p3/.test(text)) return { standard: 'scorm2004', edition: 'SCORM 2004' };
  return { standard: 'scorm12', edition: 'SCORM 1.2' };
}
