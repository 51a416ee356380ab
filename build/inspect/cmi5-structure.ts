/** What a cmi5.xml says. Pure. */
import type { Described, Finding } from './finding.ts';
import { resolveHref } from './href.ts';
import { attributeOf, childrenNamed, type Element, elementsNamed, parseXml, textOf } from './markup.ts';

const moveOns = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable'];

export function readCmi5(text: string): Described {
  const findings: Finding[] = [];
  const wrong = (message: string, hint: string, kind: Finding['kind'] = 'manifest') =>
    void findings.push({ severity: 'error', kind, message, hint });
  const document = parseXml(text);
  const course = elementsNamed(document, 'course')[0];
  if (!course) wrong('it holds no <course>.', 'It is damaged or cut off: build the package again.');
  const launches = elementsNamed(document, 'au').map((au) => {
    const [title, href] = [named(au, 'title'), textOf(childrenNamed(au, 'url')[0])];
    const moveOn = attributeOf(au, 'moveOn') || 'NotApplicable';
    const masteryScore = attributeOf(au, 'masteryScore');
    if (href === '') wrong(`the AU "${title}" has no url.`, 'It cannot be launched.', 'launch');
    if (!moveOns.includes(moveOn)) wrong(`moveOn is "${moveOn}".`, `It is one of ${moveOns.join(', ')}.`);
    if (masteryScore !== '' && !(Number(masteryScore) >= 0 && Number(masteryScore) <= 1))
      wrong(`masteryScore is "${masteryScore}".`, 'It is a share from 0 to 1, not per cent.');
    return {
      ...{ title, href, path: resolveHref(href), isSilent: false, masteryScore, moveOn },
      activityId: attributeOf(au, 'id'),
    };
  });
  if (launches.length === 0)
    wrong('it has no AU: nothing can be launched.', 'A course needs one <au>.', 'launch');
  const ids = launches.map((one) => one.activityId);
  if (new Set(ids).size < ids.length)
    wrong('two AUs share an id.', 'Each needs its own: the LMS records by it.');
  return {
    ...{ standard: 'cmi5', edition: 'cmi5', identifier: attributeOf(course, 'id') },
    title: course ? named(course, 'title') : '',
    description: course ? named(course, 'description') : '',
    ...{ launches, listed: null, findings },
  };
}

/** The first language of a text of this name. */
function named(element: Element, name: string): string {
  const text = childrenNamed(element, name)[0];
  return textOf(text && (childrenNamed(text, 'langstring')[0] ?? text));
}
