/**
 * Reads XML strictly, with the place of each element: what a translator's tool or a hand broke is told where it is.
 * Entities are the five of XML and numbers; a document type, which could define others, is refused. Pure.
 */

export interface XmlElement {
  /** Without the prefix of its namespace. */
  readonly name: string;
  /** Names as written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Where it begins in the text. */
  readonly offset: number;
}

/** What is not well-formed, and where. */
export class XmlFault extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

type Open = XmlElement & { readonly written: string; readonly children: (XmlElement | string)[] };

const attribute = /\s+([^\s=<>/"']+)\s*=\s*("[^"<]*"|'[^'<]*')/y;

/** @throws XmlFault */
export function readXml(text: string): XmlElement {
  const root: Open = { name: '', written: '', attributes: {}, children: [], offset: 0 };
  const open: Open[] = [root];
  const fault = (offset: number, message: string): never => {
    throw new XmlFault(offset, message);
  };
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const passOver = (end: string): string => {
    const stop = text.indexOf(end, at);
    if (stop < 0) fault(at, `what begins here does not end: "${end}" is missing.`);
    const passed = text.slice(at, stop);
    at = stop + end.length;
    return passed;
  };
  const tag = (offset: number): void => {
    const written = /[^\s<>/="']+/y;
    written.lastIndex = ++at;
    const name = written.exec(text)?.[0] ?? fault(offset, 'a "<" stands here that begins no element.');
    at += name.length;
    const attributes: Record<string, string> = {};
    for (;;) {
      attribute.lastIndex = at;
      const found = attribute.exec(text);
      if (!found) break;
      const [all, key = '', value = ''] = found;
      if (Object.hasOwn(attributes, key)) fault(at, `"${key}" stands in <${name}> twice.`);
      attributes[key] = unescaped(value.slice(1, -1), at, fault);
      at += all.length;
    }
    const end = /\s*(\/?)>/y;
    end.lastIndex = at;
    const closed = end.exec(text) ?? fault(offset, `<${name}> is not written to its end.`);
    at += closed[0].length;
    const local = name.slice(name.indexOf(':') + 1);
    const element: Open = { name: local, written: name, attributes, children: [], offset };
    open.at(-1)?.children.push(element);
    if (closed[1] === '') open.push(element);
  };
  while (at < text.length) {
    const offset = at;
    if (text.startsWith('<!--', at)) passOver('-->');
    else if (text.startsWith('<?', at)) passOver('?>');
    else if (text.startsWith('<![CDATA[', at)) open.at(-1)?.children.push(passOver(']]>').slice(9));
    else if (text.startsWith('<!', at)) fault(offset, 'a document type stands here, which is not taken.');
    else if (text.startsWith('</', at)) {
      const name = passOver('>').slice(2).trim();
      const closed = open.pop();
      if (closed?.written !== name)
        fault(
          offset,
          closed?.written
            ? `</${name}> stands where <${closed.written}> has to end.`
            : `</${name}> ends nothing.`,
        );
    } else if (text[at] === '<') tag(offset);
    else {
      const stop = text.indexOf('<', at);
      const words = text.slice(at, stop < 0 ? text.length : stop);
      if (open.length === 1 && words.trim() !== '') fault(offset, 'text stands outside of all elements.');
      open.at(-1)?.children.push(unescaped(words, offset, fault));
      at += words.length;
    }
  }
  const last = open.at(-1);
  if (last && last !== root) fault(last.offset, `<${last.written}> does not end.`);
  const [element, second] = root.children.filter((child) => typeof child !== 'string');
  if (second) fault(second.offset, 'a second document begins here.');
  return element ?? fault(0, 'there is no element in this file.');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string, offset: number, fault: (offset: number, message: string) => never): string {
  return text.replace(/&([^;\s&<]*;)?/g, (all, name: string | undefined, at: number) => {
    const known = entities[name?.slice(0, -1) ?? ''];
    if (known !== undefined) return known;
    const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(name ?? '') ?? [];
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : Number.NaN;
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    return fault(offset + at, `"${all}" is no character of XML: "&" is written &amp;.`);
  });
}

/** The elements of this name right within. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** All text within, as it is. */
export function xmlText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : xmlText(child))).join('');
}

export function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (one) => `&${{ '<': 'lt', '>': 'gt', '&': 'amp', '"': 'quot' }[one]};`);
}
