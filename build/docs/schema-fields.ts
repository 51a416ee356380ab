/** The fields of a schema as rows of a table: what the reference of the course format is made of. Pure. */

export interface FieldRow {
  /** As an author would point to it: `items[].text`. */
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly about: string;
}

interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
}

/** Every field of an object, in the order of the schema, those of objects within it below theirs. */
export function fieldsOf(schema: object): FieldRow[] {
  return rows(schema as SchemaNode, '');
}

/** The field of the object itself that this one is, or is in. */
export function outermost({ name }: FieldRow): string {
  return name.split(/[.[]/, 1)[0] ?? name;
}

function rows(node: SchemaNode, before: string): FieldRow[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, field]) => {
    const name = `${before}${key}`;
    const isRequired = node.required?.includes(key) ?? false;
    const about = field.description ?? field.items?.description ?? '';
    const row = { name, type: typeOf(field), isRequired, about };
    if (field.properties) return [row, ...rows(field, `${name}.`)];
    if (field.items?.properties) return [row, ...rows(field.items, `${name}[].`)];
    return [row];
  });
}

function typeOf(field: SchemaNode): string {
  if (field.const !== undefined) return JSON.stringify(field.const);
  if (field.enum) return field.enum.map((one) => JSON.stringify(one)).join(', ');
  if (field.$ref) return field.$ref;
  if (field.type === 'array')
    return `list of ${field.items ? plural(typeOf(field.items)) : 'values'}${size(field)}`;
  if (field.type === 'string') return `${meanings[field.format ?? ''] ?? 'text'}${length(field)}`;
  if (field.type === 'boolean') return 'true or false';
  if (field.type === 'integer') return `whole number${range(field)}`;
  if (field.type === 'number') return `number${range(field)}`;
  return field.type ?? 'any value';
}

const meanings: Readonly<Record<string, string>> = {
  id: 'id',
  mark: 'mark',
  markdown: 'Markdown',
  'inline-markdown': 'a line of Markdown',
  plain: 'plain text',
  asset: 'file of the course',
  outcome: 'id of an outcome',
  reference: 'id of a reference',
  bank: 'id of an item bank',
  page: 'id of a page',
  language: 'language tag',
  font: 'font file of the course',
  'font-name': 'name of a font',
  logo: 'picture of the course',
  uri: 'web address',
};

function plural(type: string): string {
  if (type.startsWith('id of')) return type.replace('id of', 'ids of');
  return /^(object|block|question|text|whole number|number)$/.test(type) ? `${type}s` : type;
}

function range({ minimum, exclusiveMinimum, maximum }: SchemaNode): string {
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : `more than ${exclusiveMinimum}`);
  if (least === undefined && maximum === undefined) return '';
  if (maximum === undefined) return `, ${typeof least === 'number' ? `from ${least}` : least}`;
  if (least === undefined) return `, up to ${maximum}`;
  return typeof least === 'number' ? `, ${least} to ${maximum}` : `, ${least}, up to ${maximum}`;
}

function size({ minItems, maxItems }: SchemaNode): string {
  if (minItems === undefined && maxItems === undefined) return '';
  if (maxItems === undefined) return `, at least ${minItems}`;
  return minItems === undefined ? `, at most ${maxItems}` : `, ${minItems} to ${maxItems}`;
}

function length({ maxLength }: SchemaNode): string {
  return maxLength === undefined ? '' : `, up to ${maxLength} characters`;
}
