/** What the manifests of a package tell an LMS, in one form for every standard. Pure. */
import {
  attributeOf,
  childrenNamed,
  type Element,
  elementsNamed,
  type Markup,
  parseXml,
  textOf,
} from '../inspect/markup.ts';

/** What an LMS opens and keeps a record of: an item with its SCO, an activity, an assignable unit. */
export interface LaunchUnit {
  /** The record of every learner hangs on it. */
  readonly id: string;
  readonly title: string;
  /** The file that is opened. */
  readonly launch: string;
  /** What the LMS judges by, as the manifest says it; empty where it says nothing. */
  readonly mastery: string;
  readonly threshold: string;
  readonly moveOn: string;
  /** Ids of the resources and objectives that belong to it. */
  readonly resource: string;
  readonly objectives: readonly string[];
}

export interface ManifestFacts {
  readonly path: string;
  /** The version of the standard, where the manifest names one. */
  readonly edition: string;
  /** Identifiers of the whole, by what they are called: `manifest`, `organization`, `course`. */
  readonly identifiers: Readonly<Record<string, string>>;
  readonly title: string;
  readonly units: readonly LaunchUnit[];
}

/** How each manifest is read, by its path. */
const readers: Readonly<Record<string, (xml: Markup, path: string) => ManifestFacts>> = {
  'imsmanifest.xml': readScorm,
  'tincan.xml': readTinCan,
  'cmi5.xml': readCmi5,
};

export const manifestPaths = Object.keys(readers);

/** @param path one of `manifestPaths` */
export function manifestFacts(path: string, text: string): ManifestFacts {
  const read = readers[path];
  if (!read) throw new RangeError(`${path} is no manifest`);
  return read(parseXml(text), path);
}

const noJudge = { mastery: '', threshold: '', moveOn: '', resource: '', objectives: [] };

function readScorm(xml: Markup, path: string): ManifestFacts {
  const [manifest] = elementsNamed(xml, 'manifest');
  const [organization] = elementsNamed(xml, 'organization');
  const resources = elementsNamed(xml, 'resource');
  const items = elementsNamed(xml, 'item').filter((item) => attributeOf(item, 'identifierref') !== '');
  return {
    path,
    edition: textOf(elementsNamed(xml, 'schemaversion')[0]),
    identifiers: {
      manifest: attributeOf(manifest, 'identifier'),
      organization: attributeOf(organization, 'identifier'),
    },
    title: organization ? textOf(childrenNamed(organization, 'title')[0]) : '',
    units: items.map((item): LaunchUnit => {
      const resource = attributeOf(item, 'identifierref');
      const first = (name: string) => elementsNamed(item, name)[0];
      const threshold = first('completionThreshold');
      return {
        id: attributeOf(item, 'identifier'),
        title: textOf(childrenNamed(item, 'title')[0]),
        launch: attributeOf(
          resources.find((one) => attributeOf(one, 'identifier') === resource),
          'href',
        ),
        mastery: textOf(first('masteryscore')) || textOf(first('minNormalizedMeasure')),
        threshold: attributeOf(threshold, 'minProgressMeasure') || textOf(threshold),
        moveOn: '',
        resource,
        objectives: [...elementsNamed(item, 'primaryObjective'), ...elementsNamed(item, 'objective')].map(
          (one) => attributeOf(one, 'objectiveID'),
        ),
      };
    }),
  };
}

function readTinCan(xml: Markup, path: string): ManifestFacts {
  const activities = elementsNamed(xml, 'activity');
  const units = activities
    .filter((activity) => childrenNamed(activity, 'launch').length > 0)
    .map((activity) => ({
      ...noJudge,
      id: attributeOf(activity, 'id'),
      title: textOf(childrenNamed(activity, 'name')[0]),
      launch: textOf(childrenNamed(activity, 'launch')[0]),
    }));
  return { path, edition: '', identifiers: {}, title: units[0]?.title ?? '', units };
}

function readCmi5(xml: Markup, path: string): ManifestFacts {
  const [course] = elementsNamed(xml, 'course');
  const titleOf = (of: Element | undefined) => (of ? textOf(childrenNamed(of, 'title')[0]) : '');
  return {
    path,
    edition: '',
    identifiers: { course: attributeOf(course, 'id') },
    title: titleOf(course),
    units: elementsNamed(xml, 'au').map((unit) => ({
      ...noJudge,
      id: attributeOf(unit, 'id'),
      title: titleOf(unit),
      launch: textOf(childrenNamed(unit, 'url')[0]),
      mastery: attributeOf(unit, 'masteryScore'),
      moveOn: attributeOf(unit, 'moveOn'),
      objectives: childrenNamed(unit, 'objectives').flatMap((list) =>
        childrenNamed(list, 'objective').map((one) => attributeOf(one, 'idref')),
      ),
    })),
  };
}
