/** Which translation belongs to which text: by id, by the same words, and by likeness where words changed. Pure. */
import { likeness } from '../did-you-mean.ts';
import type { Unit } from './read-xliff.ts';
import type { Segment } from './segments.ts';

export interface Match {
  readonly segment: Segment;
  /** What the translation file has for it; null where it has nothing. */
  readonly unit: Unit | null;
  /** `outdated`: the source changed since, or somebody has to look at it again. It is shown all the same. */
  readonly is: 'translated' | 'outdated' | 'missing';
}

/** As like as this a text is the same one, mended; anything less is another text, and an old translation would mislead. */
const sameText = 0.6;

export function matchUnits(segments: readonly Segment[], units: readonly Unit[]): Match[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const found = new Map<Segment, Unit>();
  const taken = new Set<Unit>();
  const take = (segment: Segment, unit: Unit | undefined) => {
    if (!unit) return;
    found.set(segment, unit);
    taken.add(unit);
  };
  for (const segment of segments) {
    const unit = byId.get(segment.id);
    if (unit && (segment.isKeyed || unit.source === segment.source)) take(segment, unit);
  }
  const open = () => segments.filter((segment) => !found.has(segment));
  const bySource = new Map<string, Unit>();
  for (const unit of units)
    if (unit.target !== '') bySource.set(unit.source, bySource.get(unit.source) ?? unit);
  for (const segment of open()) take(segment, bySource.get(segment.source));
  for (const segment of open())
    take(
      segment,
      nearest(
        segment,
        units.filter((unit) => !taken.has(unit)),
      ),
    );
  return segments.map((segment) => matchOf(segment, found.get(segment) ?? null));
}

/** Of the texts without an id that stood in the same place, the one that is most like it. */
function nearest({ isKeyed, place, source }: Segment, units: readonly Unit[]): Unit | undefined {
  if (isKeyed) return undefined;
  const [best] = units
    .filter((unit) => unit.target !== '' && unit.id.startsWith(`${place}~`))
    .map((unit) => ({ unit, like: likeness(unit.source, source) }))
    .filter(({ like }) => like >= sameText)
    .sort((a, b) => b.like - a.like);
  return best?.unit;
}

function matchOf(segment: Segment, unit: Unit | null): Match {
  if (!unit || unit.target.trim() === '') return { segment, unit, is: 'missing' };
  if (unit.source === segment.source) return { segment, unit, is: unit.isUnsure ? 'outdated' : 'translated' };
  const isMended = likeness(unit.source, segment.source) >= sameText;
  return { segment, unit, is: isMended ? 'outdated' : 'missing' };
}
