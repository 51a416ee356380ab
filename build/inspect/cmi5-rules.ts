/**
 * Whether a cmi5.xml is what cmi5 (Quartz, chapter 13) says it has to be: rule by rule, each with its clause. The schema
 * of the standard is in no package, and these say in words what it says in XML Schema. Pure.
 */
import type { Finding } from './finding.ts';
import {
  attributeOf,
  childrenNamed,
  type Element,
  elementsNamed,
  isIri,
  localName,
  type Markup,
  namespaceOf,
  rootNamed,
  sharedId,
  textOf,
} from './markup.ts';

const namespace = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';
const moveOns = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable'];
const launchMethods = ['OwnWindow', 'AnyWindow'];

/** What stands in an element, in its order; elements of other namespaces may follow (13.1.5). */
const contents: Readonly<Record<string, readonly string[]>> = {
  courseStructure: ['course', 'objectives', 'block', 'au'],
  course: ['title', 'description'],
  block: ['title', 'description', 'objectives', 'block', 'au'],
  au: ['title', 'description', 'objectives', 'url', 'launchParameters', 'entitlementKey'],
};
/** Blocks and AUs stand among each other. */
const place = (name: string, order: readonly string[]) =>
  order.indexOf(name === 'au' && order.includes('block') ? 'block' : name);

export function cmi5Faults(document: Markup): Finding[] {
  const root = rootNamed(document, 'courseStructure');
  if (!root)
    return [
      fault(
        'it holds no <courseStructure>.',
        'It is damaged or cut off: build the package again.',
        '13.2',
        'manifest',
      ),
    ];
  const [courses, blocks, aus] = [
    childrenNamed(root, 'course'),
    elementsNamed(root, 'block'),
    elementsNamed(root, 'au'),
  ];
  const objectives = childrenNamed(root, 'objectives').flatMap((list) => childrenNamed(list, 'objective'));
  return [
    ...namespaceFaults(root),
    ...(courses.length === 1
      ? []
      : [
          fault(
            `it holds ${courses.length} elements <course>, not one.`,
            'The LMS takes name and id from it.',
            '13.1.1',
          ),
        ]),
    ...orderFaults(root),
    ...courses.flatMap((one) => [...described(one, 'course', '13.1.1'), ...orderFaults(one)]),
    ...blocks.flatMap((one) => [
      ...described(one, 'block', '13.1.2'),
      ...orderFaults(one),
      ...emptyFaults(one),
    ]),
    ...objectives.flatMap((one) => described(one, 'objective', '13.1.3')),
    ...aus.flatMap((one) => [...described(one, 'AU', '13.1.4'), ...orderFaults(one), ...auFaults(one)]),
    ...(aus.length > 0
      ? []
      : [fault('it has no AU: nothing can be launched.', 'A course needs one <au>.', '13.1.4', 'launch')]),
    ...twice(blocks, 'blocks', '13.1.2'),
    ...twice(objectives, 'objectives', '13.1.3'),
    ...twice(aus, 'AUs', '13.1.4'),
    ...referenceFaults([...blocks, ...aus], objectives),
  ];
}

const fault = (message: string, hint: string, clause: string, kind: Finding['kind'] = 'schema'): Finding => ({
  ...{ severity: 'error', kind, message, hint: `${hint} (cmi5 ${clause})` },
});

function namespaceFaults(root: Element): Finding[] {
  const seen = namespaceOf(root);
  if (seen === namespace) return [];
  return [
    fault(`its namespace is "${seen}".`, `It is ${namespace}: an LMS looks for elements there.`, '13.2'),
  ];
}

/** Id, title and description, which courses, blocks, objectives and AUs all have. */
function described(element: Element, what: string, clause: string): Finding[] {
  const [id, title] = [attributeOf(element, 'id'), textOf(childrenNamed(element, 'title')[0])];
  const name = title || id || what;
  return [
    ...(isIri(id)
      ? []
      : [
          fault(
            `the id "${id}" of ${what} "${name}" is no IRI.`,
            'It needs a scheme, such as https://.',
            clause,
          ),
        ]),
    ...['title', 'description'].flatMap((part): Finding[] => {
      const texts = childrenNamed(element, part).flatMap((one) => childrenNamed(one, 'langstring'));
      if (texts.length === 0)
        return [
          fault(
            `the ${what} "${name}" has no ${part} with a <langstring>.`,
            'Each needs one, in any language.',
            clause,
          ),
        ];
      return texts.some((one) => textOf(one) === '')
        ? [
            fault(
              `the ${part} of ${what} "${name}" is empty.`,
              'Learners and administrators go by it.',
              clause,
            ),
          ]
        : [];
    }),
  ];
}

function orderFaults(element: Element): Finding[] {
  const order = contents[localName(element)] ?? [];
  const own = element.children
    .filter((child): child is Element => 'attribs' in child)
    // What has a prefix of its own is an extension.
    .filter((child) => child.name.includes(':') === element.name.includes(':'))
    .map(localName);
  const unknown = own.find((name) => !order.includes(name));
  if (unknown)
    return [
      fault(
        `<${localName(element)}> holds <${unknown}>, which does not belong there.`,
        `It may hold ${order.join(', ')}, and elements of other namespaces.`,
        '13.2',
      ),
    ];
  const late = own.find((name, index) =>
    own.slice(index + 1).some((next) => place(next, order) < place(name, order)),
  );
  return late
    ? [
        fault(
          `in <${localName(element)}> stands <${late}> too early.`,
          `The order is ${order.join(', ')}.`,
          '13.2',
        ),
      ]
    : [];
}

function emptyFaults(block: Element): Finding[] {
  if (childrenNamed(block, 'au').length + childrenNamed(block, 'block').length > 0) return [];
  return [fault(`the block "${attributeOf(block, 'id')}" is empty.`, 'A block holds AUs or blocks.', '13.2')];
}

function auFaults(au: Element): Finding[] {
  const title = textOf(childrenNamed(au, 'title')[0]);
  const [moveOn, mastery, method, type] = ['moveOn', 'masteryScore', 'launchMethod', 'activityType'].map(
    (name) => attributeOf(au, name),
  ) as [string, string, string, string];
  const found: Finding[] = [];
  const wrong = (message: string, hint: string, kind: Finding['kind'] = 'schema') =>
    void found.push(fault(message, hint, '13.1.4', kind));
  if (textOf(childrenNamed(au, 'url')[0]) === '')
    wrong(`the AU "${title}" has no url.`, 'It cannot be launched.', 'launch');
  if (moveOn !== '' && !moveOns.includes(moveOn))
    wrong(`moveOn is "${moveOn}".`, `It is one of ${moveOns.join(', ')}.`);
  if (mastery !== '' && !(/^\d+(\.\d{1,4})?$/.test(mastery) && Number(mastery) <= 1))
    wrong(
      `masteryScore is "${mastery}".`,
      'It is a share from 0 to 1 with four decimals at most, not per cent.',
    );
  if (method !== '' && !launchMethods.includes(method))
    wrong(`launchMethod is "${method}".`, `It is ${launchMethods.join(' or ')}.`);
  if (type !== '' && !isIri(type))
    wrong(
      `activityType is "${type}", which is no IRI.`,
      'Take one of the vocabulary of xAPI, or leave it out.',
    );
  return found;
}

function twice(elements: readonly Element[], what: string, clause: string): Finding[] {
  const same = sharedId(elements);
  return same === undefined
    ? []
    : [fault(`two ${what} share an id: "${same}".`, 'Each needs its own: the LMS records by it.', clause)];
}

function referenceFaults(elements: readonly Element[], objectives: readonly Element[]): Finding[] {
  const known = objectives.map((one) => attributeOf(one, 'id'));
  const named = elements
    .flatMap((one) => childrenNamed(one, 'objectives'))
    .flatMap((list) => childrenNamed(list, 'objective').map((one) => attributeOf(one, 'idref')));
  const lost = named.find((id) => !known.includes(id));
  return lost === undefined
    ? []
    : [
        fault(
          `the objective "${lost}" is named and not there.`,
          'It stands in <objectives> of the course structure.',
          '13.1.3',
        ),
      ];
}
