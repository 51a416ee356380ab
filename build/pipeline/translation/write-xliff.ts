/**
 * Writes the texts of a course for translators, as XLIFF 1.2: every tool opens that version, and many do not open 2.x.
 * Pure, and the same bytes for the same course and translations.
 */
import type { Course } from '../../../src/course/course.ts';
import type { Match } from './match-units.ts';
import { escapeXml } from './read-xml.ts';

export function writeXliff(course: Course, language: string, matches: readonly Match[]): string {
  const groups = new Map<string, Match[]>();
  for (const match of matches) {
    const name = match.segment.page ?? course.title;
    groups.set(name, [...(groups.get(name) ?? []), match]);
  }
  const body = [...groups].map(([name, inside], index) =>
    [
      `      <group id="g${index + 1}" resname="${escapeXml(name)}">`,
      ...inside.map(unitXml),
      '      </group>',
    ].join('\n'),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="${escapeXml(course.id)}" source-language="${course.language}" target-language="${language}" datatype="plaintext" xml:space="preserve">
    <header>
      <tool tool-id="coursewright" tool-name="Coursewright"/>
    </header>
    <body>
${body.join('\n')}
    </body>
  </file>
</xliff>
`;
}

function unitXml({ segment, unit, is }: Match): string {
  const limit = segment.maxLength === null ? '' : ` maxwidth="${segment.maxLength}" size-unit="char"`;
  const lines = [
    `        <trans-unit id="${escapeXml(segment.id)}" resname="${escapeXml(segment.id)}"${limit}>`,
    `          <source>${escapeXml(segment.source)}</source>`,
    ...targetXml(unit?.target ?? '', is),
    ...earlierXml({ segment, unit, is }),
    `          <note from="developer">${escapeXml(noteOf({ segment, unit, is }))}</note>`,
    '        </trans-unit>',
  ];
  return lines.join('\n');
}

/** A text without a translation has no target: tools fill one in, and an empty one would count as done in some. */
function targetXml(target: string, is: Match['is']): string[] {
  if (is === 'missing') return [];
  const state = is === 'outdated' ? 'needs-review-translation' : 'translated';
  return [`          <target state="${state}">${escapeXml(target)}</target>`];
}

/** What an outdated or lost translation was made of, until it is translated anew. */
function earlierXml({ segment, unit, is }: Match): string[] {
  if (is === 'translated' || !unit) return [];
  const changed = unit.source !== segment.source && unit.target !== '';
  const earlier = changed ? { source: unit.source, target: unit.target } : unit.earlier;
  if (!earlier) return [];
  return [
    '          <alt-trans alttranstype="previous-version">',
    `            <source>${escapeXml(earlier.source)}</source>`,
    `            <target>${escapeXml(earlier.target)}</target>`,
    '          </alt-trans>',
  ];
}

/** Where it stands, how long it may be, and what is not to be touched in it. */
function noteOf({ segment, is }: Match): string {
  const { id, page, kind, maxLength, isForTrainers, source } = segment;
  const notes = [
    `${id}${page === null ? '' : `, on the page “${page}”`}.`,
    ...(isForTrainers ? ['For trainers, not for learners.'] : []),
    ...(is === 'outdated' ? ['Its source has changed since it was translated.'] : []),
    ...(maxLength === null ? [] : [`At most ${maxLength} characters.`]),
  ];
  if (kind === 'answer')
    notes.push(
      'Answers, one a line. Write what readers of your language would type; there may be more or fewer.',
    );
  if (kind.endsWith('markdown') && /[*_#[\]|]|^- /m.test(source))
    notes.push(
      'Markdown: keep **strong**, *emphasis*, lists and tables; in [words](address) translate the words only; keep [[1]] as it is.',
    );
  return notes.join(' ');
}
