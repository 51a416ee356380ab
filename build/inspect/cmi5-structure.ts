/** What a cmi5.xml says. Pure. */
import { cmi5Faults } from './cmi5-rules.ts';
import type { Described } from './finding.ts';
import { resolveHref } from './href.ts';
import { attributeOf, childrenNamed, type Element, elementsNamed, parseXml, textOf } from './markup.ts';

export function readCmi5(text: string): Described {
  const document = parseXml(text);
  const course = elementsNamed(document, 'course')[0];
  const launches = elementsNamed(document, 'au').map((au) => {
    const href = textOf(childrenNamed(au, 'url')[0]);
    return {
      ...{ id: attributeOf(au, 'id'), title: named(au, 'title'), href, path: resolveHref(href) },
      ...{ isSilent: false, masteryScore: attributeOf(au, 'masteryScore'), completionThreshold: '' },
      ...{ moveOn: attributeOf(au, 'moveOn') || 'NotApplicable', resource: '' },
      objectives: childrenNamed(au, 'objectives').flatMap((list) =>
        childrenNamed(list, 'objective').map((one) => attributeOf(one, 'idref')),
      ),
    };
  });
  return {
    ...{ standard: 'cmi5', edition: 'cmi5', version: '', identifier: attributeOf(course, 'id') },
    identifiers: { course: attributeOf(course, 'id') },
    title: course ? named(course, 'title') : '',
    description: course ? named(course, 'description') : '',
    ...{ launches, listed: null, findings: cmi5Faults(document) },
  };
}

/** The first language of a text of this name. */
function named(element: Element, name: string): string {
  const text = childrenNamed(element, name)[0];
  return textOf(text && (childrenNamed(text, 'langstring')[0] ?? text));
}
