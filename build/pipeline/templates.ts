/** Views and page skeletons, compiled: the one place that knows the template engine. */
import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { loadShipped } from '../package-root.ts';
import type { ManifestTemplates, TemplateSources } from './template-sources.ts';

/** What a template may call. Helpers that make HTML return `safe(…)`. */
export type Helpers = Readonly<Record<string, (...given: never[]) => unknown>>;

export interface Templates {
  /** Fills a template: `block/text`, `question/sorting`, `icon/note`, or the name of a file in templates/player. */
  fill(name: string, values: object): string;
}

export const safe = (html: string) => new Handlebars.SafeString(html);

/** What is wrong with the text of a template, and on which line; null where it can be compiled. */
export function templateMistake(source: string): { message: string; hint: string; line: number } | null {
  try {
    Handlebars.parse(source);
    return null;
  } catch (error) {
    const { message } = error as Error;
    return {
      message: `this is not a template: unexpected ${/got '(\w+)'/.exec(message)?.[1] ?? 'text'}.`,
      hint: 'See the guide of Handlebars for what may stand between {{ and }}.',
      line: Number(/line (\d+)/.exec(message)?.[1] ?? 1),
    };
  }
}

/** A template that asks for what is not there. */
export class TemplateFault extends Error {
  readonly template: string;
  readonly line: number;
  constructor(template: string, message: string) {
    super(message.replace(/ not defined in .*$/, ' is not there'));
    this.template = template;
    this.line = Number(/ - (\d+):\d+$/.exec(message)?.[1] ?? 1);
  }
}

/** A field that a template asks for and the value lacks is an error: a typing mistake never ships. */
export function prepareTemplates(sources: TemplateSources, helpers: Helpers): Templates {
  const engine = Handlebars.create();
  for (const [name, help] of Object.entries(helpers))
    engine.registerHelper(name, help as Handlebars.HelperDelegate);
  for (const [name, source] of sources) engine.registerPartial(name, lazily(engine, source));
  return {
    fill(name, values) {
      const template = engine.partials[name] as HandlebarsTemplateDelegate | undefined;
      if (!template) throw new Error(`There is no template "${name}".`);
      try {
        return template(values);
      } catch (error) {
        // What a template within this one threw is told as it is.
        throw error instanceof TemplateFault ? error : new TemplateFault(name, (error as Error).message);
      }
    },
  };
}

/** A template that is put together when it is first filled. */
function lazily(engine: typeof Handlebars, source: string): HandlebarsTemplateDelegate {
  let template: HandlebarsTemplateDelegate | undefined;
  return (values, options) => {
    template ??= engine.template(compiledTemplate(source));
    return template(values, options);
  };
}

/** Compiling takes longer than filling, and every document of every course is made of the same templates. */
function compiledTemplate(source: string): TemplateSpecification {
  const known = compiled.get(source) ?? shippedTemplates()[templateKey(source)];
  // The compiler gives the text of a function.
  const made = known ?? new Function(`return ${Handlebars.precompile(source, { strict: true })}`)();
  if (compiled.size >= mostTemplates) compiled.clear();
  compiled.set(source, made);
  return made;
}

const compiled = new Map<string, TemplateSpecification>();
const mostTemplates = 500;

/** What `npm run compile` has compiled, by what it was made of: a template that was changed since is compiled anew. */
function shippedTemplates(): Readonly<Record<string, TemplateSpecification>> {
  shipped ??= (loadShipped('templates.cjs') ?? {}) as Readonly<Record<string, TemplateSpecification>>;
  return shipped;
}

let shipped: Readonly<Record<string, TemplateSpecification>> | undefined;

export function templateKey(source: string): string {
  return createHash('sha256').update(source).digest('hex').slice(0, 32);
}

/** The module of compiled templates. @param sources texts of templates */
export function templatesModule(sources: Iterable<string>): string {
  const entries = [...new Set(sources)].map(
    (source) => `${JSON.stringify(templateKey(source))}: ${Handlebars.precompile(source, { strict: true })}`,
  );
  return `module.exports = {\n${entries.join(',\n')}\n};`;
}

/** Fills a manifest: the same engine, whose escapes are XML's as well. */
export function fillManifest(
  templates: ManifestTemplates,
  name: keyof ManifestTemplates,
  values: object,
): string {
  const engine = Handlebars.create();
  engine.registerPartial('metadata', lazily(engine, templates.metadata));
  return lazily(engine, templates[name])(values);
}
