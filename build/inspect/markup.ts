/** Reads HTML and XML of packages as a tree. It knows no entities of a document's own, so none can unfold. Pure. */
import { DomUtils, parseDocument } from 'htmlparser2';

export type Markup = ReturnType<typeof parseDocument>;
export type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;
type Place = Markup | Element;

export function parseHtml(text: string): Markup {
  return parseDocument(text);
}

export function parseXml(text: string): Markup {
  return parseDocument(text.replace(/^\uFEFF/, ''), { xmlMode: true });
}

/** Every element within, in the order of the document, of which `is` says so. */
export function elementsIn(place: Place, is: (element: Element) => boolean): Element[] {
  return DomUtils.findAll(is, place.children);
}

/** Every element of this name, whatever the prefix of its namespace. */
export function elementsNamed(place: Place, name: string): Element[] {
  return elementsIn(place, (element) => localName(element) === name);
}

/** The elements of this name that stand right within, whatever the prefix of their namespace. */
export function childrenNamed(place: Place, name: string): Element[] {
  return place.children.filter(
    (child): child is Element => 'attribs' in child && localName(child as Element) === name,
  );
}

/** The root, where it has this name; null where it has another, or there is none. */
export function rootNamed(document: Markup, name: string): Element | null {
  const root = document.children.find((child): child is Element => 'attribs' in child);
  return root && localName(root) === name ? root : null;
}

/** The namespace that an element itself declares for its name; empty for none. */
export function namespaceOf(element: Element): string {
  const [prefix, name] = element.name.split(':');
  return attributeOf(element, name === undefined ? 'xmlns' : `xmlns:${prefix}`);
}

/** The first id that two of these elements share. */
export function sharedId(elements: readonly Element[]): string | undefined {
  const ids = elements.map((one) => attributeOf(one, 'id'));
  return ids.find((id, index) => ids.indexOf(id) !== index);
}

/** An IRI with its scheme, as xAPI and cmi5 name things by. */
export function isIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text);
}

export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Empty where the element has no such attribute; the prefix of a namespace is part of the name. */
export function attributeOf(element: Element | undefined, name: string): string {
  return element?.attribs[name] ?? '';
}

/** All text within, with single spaces, trimmed; empty for nothing. */
export function textOf(place: Place | undefined): string {
  return place ? DomUtils.textContent(place).replace(/\s+/g, ' ').trim() : '';
}
