/** Parts of a lesson plan become a course, by the style of a house. Pure: what it cannot place, it keeps and reports. */
import { CourseDraft } from './course-draft.ts';
import type { HouseStyle, Meaning } from './house-style.ts';
import type { Part } from './part.ts';
import type { Remark } from './report.ts';

export interface ImportedLesson {
  /** course.json, as a value. */
  readonly course: object;
  readonly remarks: readonly Remark[];
}

/** Where the reader is: what a paragraph without a sign of its own belongs to. */
type Section =
  | 'front'
  | 'aim'
  | 'relevance'
  | 'outcomes'
  | 'map'
  | 'slide'
  | 'references'
  | 'handout'
  | 'page'
  | 'note';

/** @param name of the source, where the plan has no title of its own */
export function readLessonPlan(
  parts: readonly Part[],
  style: HouseStyle,
  name: string,
  language: string,
): ImportedLesson {
  const draft = new CourseDraft(name, language);
  let section: Section = 'front';
  for (const [index, part] of parts.entries()) {
    const text = 'text' in part ? part.text : '';
    const meaning = text ? style(text) : null;
    if (meaning) section = begin(draft, style, meaning, part, section, endsLater(parts, index, style));
    else section = goOn(draft, style, part, section, parts[index - 1]);
  }
  return draft.finish();
}

function begin(
  draft: CourseDraft,
  style: HouseStyle,
  { rule, groups }: Meaning,
  part: Part,
  section: Section,
  isTold: boolean,
): Section {
  const { place } = part;
  const number = Number(groups.number);
  switch (rule) {
    case 'lesson':
      draft.lesson(groups.number ?? '', groups.title ?? '', place);
      return section;
    case 'slide':
      draft.slide(number, isTold, place);
      return isTold ? 'slide' : section === 'slide' ? 'page' : section;
    case 'slideEnd':
      if (section === 'slide') return 'page';
      return goOn(draft, style, part, section, undefined);
    case 'keyMessage':
      draft.keyMessage(number, textAfterSign(part), place, section === 'handout');
      return section === 'handout' ? 'handout' : 'page';
    case 'note':
      draft.note(textAfterSign(part), place);
      return section === 'front' ? 'front' : 'note';
    case 'activity':
      if (section === 'slide') return goOn(draft, style, part, section, undefined);
      draft.activity(groups.kind ?? '', groups.number ?? '', groups.title ?? '', place);
      return section === 'map' ? 'map' : 'page';
    case 'activityFacts':
      return goOn(draft, style, part, section, undefined);
    case 'leaveOut':
      draft.say('recognised', place, `“${short(part)}” says nothing to a learner and is left out.`);
      return section;
    default:
      if (section === 'slide' && rule !== 'handout') return goOn(draft, style, part, section, undefined);
      draft.say('recognised', place, `“${short(part)}” begins ${rule}.`);
      return rule;
  }
}

function goOn(
  draft: CourseDraft,
  style: HouseStyle,
  part: Part,
  section: Section,
  before: Part | undefined,
): Section {
  if (part.kind === 'heading' && section !== 'slide') {
    if (section === 'front' && draft.needsTitle) {
      draft.title(part.text, part.place);
      return 'front';
    }
    draft.heading(part, part.level);
    return 'page';
  }
  switch (section) {
    case 'aim':
      draft.aim(part);
      return 'aim';
    case 'outcomes':
      draft.outcomes(part);
      return 'outcomes';
    case 'map':
      draft.say('recognised', part.place, 'The lesson map is made of the course anew.');
      if (part.kind === 'table')
        for (const [cell = ''] of part.rows) {
          const meaning = style(cell);
          const { kind = '', number = '', title = '' } = meaning?.groups ?? {};
          if (meaning?.rule === 'activity' && !/required/i.test(kind))
            draft.activity('Optional', number, title, part.place);
        }
      return 'map';
    case 'slide':
      draft.slideText(part);
      return 'slide';
    case 'references':
      if (part.kind === 'list') draft.references(part.items, part.place);
      else draft.content(part);
      return part.kind === 'list' ? 'references' : 'page';
    case 'handout':
      draft.say('recognised', part.place, 'The handout is made of the key messages anew.');
      return 'handout';
    case 'note':
      // A list right after a note belongs to it as a rule: “Ask:” and what is to be asked.
      if (part.kind === 'list' && before?.kind === 'paragraph') {
        draft.noteList(part);
        return 'page';
      }
      draft.content(part);
      return 'page';
    default:
      draft.content(part);
      return section === 'front' ? 'front' : section;
  }
}

/** Whether what stands on a slide is told: an end of the slide comes before the next begins. */
function endsLater(parts: readonly Part[], from: number, style: HouseStyle): boolean {
  for (const part of parts.slice(from + 1, from + 30)) {
    const rule = 'text' in part ? style(part.text)?.rule : undefined;
    if (rule === 'slideEnd') return true;
    if (rule === 'slide') return false;
  }
  return false;
}

function textAfterSign(part: Part): string {
  const text = 'text' in part ? part.text : '';
  return text
    .replace(/^[^:]*:[*_]*\s*/, '')
    .replace(/^\*\*(?=[^*]*$)/, '')
    .trim();
}

function short(part: Part): string {
  return 'text' in part ? part.text.slice(0, 60) : part.kind;
}
