/** Walks a course by its schema: every string with what it means, so that rules know no block type by name. */
import type { TypeSchema } from './block.ts';
import { pointerStep } from './problem.ts';

/** The block and question types a course may use, by name. */
export interface Types<Type> {
  readonly block: Readonly<Record<string, Type>>;
  readonly question: Readonly<Record<string, Type>>;
}

/** A string of the course whose schema says what it means. */
export interface Field {
  readonly pointer: string;
  readonly format: string;
  readonly value: string;
  /** Most characters, where its schema says so. */
  readonly maxLength?: number;
}

/** A block or question as it was met on the way. */
export interface Typed<Type> {
  readonly pointer: string;
  readonly type: Type;
  readonly value: Readonly<Record<string, unknown>>;
}

interface SchemaNode {
  readonly $ref?: 'block' | 'question';
  readonly format?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

/** What a walk meets. */
export interface Found<Type> {
  readonly fields: readonly Field[];
  readonly typed: readonly Typed<Type>[];
  /** The fields that mean one of these: of the first in reading order, then of the next. */
  ofFormats(...formats: readonly string[]): readonly Field[];
}

/** What was met in a block or question, for as long as that stays in memory: after an edit most stand where they stood. */
const met = new WeakMap<
  object,
  Pick<Found<unknown>, 'fields' | 'typed'> & { readonly pointer: string; readonly type: unknown }
>();

/** All fields with a meaning and all blocks and questions, in reading order. The value fits the schema. */
export function walk<Type extends { readonly schema: TypeSchema }>(
  value: unknown,
  schema: object,
  types: Types<Type>,
): Found<Type> {
  const fields: Field[] = [];
  const byFormat = new Map<string, Field[]>();
  const typed: Typed<Type>[] = [];
  const add = (field: Field) => {
    fields.push(field);
    const same = byFormat.get(field.format);
    if (same) same.push(field);
    else byFormat.set(field.format, [field]);
  };
  const visit = (value: unknown, node: SchemaNode, pointer: string): void => {
    if (typeof value === 'string') {
      const { format, maxLength } = node;
      if (format) add({ pointer, format, value, ...(maxLength !== undefined && { maxLength }) });
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries())
        visit(item, node.items ?? {}, pointer + pointerStep(index));
    } else if (typeof value === 'object' && value !== null) {
      const entries = value as Readonly<Record<string, unknown>>;
      const type = node.$ref && types[node.$ref][String(entries.type)];
      const known = type && met.get(entries);
      if (known && known.pointer === pointer && known.type === type) {
        known.fields.forEach(add);
        typed.push(...(known.typed as readonly Typed<Type>[]));
        return;
      }
      const before = { fields: fields.length, typed: typed.length };
      if (type) typed.push({ pointer, type, value: entries });
      const properties = ((type ? type.schema : node) as SchemaNode).properties ?? {};
      for (const [key, item] of Object.entries(entries))
        visit(item, properties[key] ?? {}, pointer + pointerStep(key));
      if (type)
        met.set(entries, {
          pointer,
          type,
          fields: fields.slice(before.fields),
          typed: typed.slice(before.typed),
        });
    }
  };
  visit(value, schema as SchemaNode, '');
  return {
    fields,
    typed,
    ofFormats: (...formats) => formats.flatMap((format) => byFormat.get(format) ?? []),
  };
}
