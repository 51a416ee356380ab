/** Reads what translators send: XLIFF 1.2, which we write, and 2.x. Pure. */
import { childrenOf, readXml, type XmlElement, XmlFault, xmlText } from './read-xml.ts';

export interface Unit {
  readonly id: string;
  readonly source: string;
  /** Empty where there is none yet. */
  readonly target: string;
  /** Whether somebody has to look at it again, because its source changed or a tool guessed. */
  readonly isUnsure: boolean;
  /** What was translated of an earlier source, for the translator to go by. */
  readonly earlier: { readonly source: string; readonly target: string } | null;
  /** Where its target stands in the file, or the unit where there is none. */
  readonly offset: number;
}

export interface Xliff {
  readonly sourceLanguage: string;
  /** Empty where the file does not say. */
  readonly targetLanguage: string;
  readonly units: readonly Unit[];
}

export interface XliffFault {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

const hint = 'Ask for the file as XLIFF 1.2, or take it back from version control.';

export function readXliff(text: string): Xliff | XliffFault {
  let root: XmlElement;
  try {
    root = readXml(text);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return { offset: error.offset, message: `this is not well-formed XML: ${error.message}`, hint };
  }
  const { version = '' } = root.attributes;
  if (root.name !== 'xliff')
    return { offset: root.offset, message: `this is <${root.name}>, not XLIFF.`, hint };
  if (version === '1.2') return readOne(root);
  if (version.startsWith('2.')) return readTwo(root);
  return { offset: root.offset, message: `this is XLIFF ${version || 'of no version'}.`, hint };
}

/** Needed again: whatever a tool calls it, it is not final. */
const unsure = /^(needs-|x-)/;

function readOne(root: XmlElement): Xliff {
  const files = childrenOf(root, 'file');
  const units = elementsNamed(root, 'trans-unit').map((element): Unit => {
    const [source] = childrenOf(element, 'source');
    const [target] = childrenOf(element, 'target');
    const state = target?.attributes.state ?? '';
    const isEmpty = state === 'new' || state === 'needs-translation';
    return {
      id: element.attributes.resname ?? element.attributes.id ?? '',
      source: source ? xmlText(source) : '',
      target: target && !isEmpty ? xmlText(target) : '',
      isUnsure: unsure.test(state),
      earlier: earlierIn(element),
      offset: (target ?? element).offset,
    };
  });
  const attribute = (name: string) => files[0]?.attributes[name] ?? '';
  return {
    sourceLanguage: attribute('source-language'),
    targetLanguage: attribute('target-language'),
    units,
  };
}

function earlierIn(unit: XmlElement): Unit['earlier'] {
  const [before] = childrenOf(unit, 'alt-trans');
  const [source] = before ? childrenOf(before, 'source') : [];
  const [target] = before ? childrenOf(before, 'target') : [];
  return source && target ? { source: xmlText(source), target: xmlText(target) } : null;
}

/** A unit of 2.x may be cut into sentences: together they are its text. */
function readTwo(root: XmlElement): Xliff {
  const units = elementsNamed(root, 'unit').map((element): Unit => {
    const parts = element.children.filter(
      (child): child is XmlElement =>
        typeof child !== 'string' && (child.name === 'segment' || child.name === 'ignorable'),
    );
    const isTranslated = parts.every(
      (part) =>
        part.name === 'ignorable' ||
        (childrenOf(part, 'target').length > 0 && part.attributes.state !== 'initial'),
    );
    const joined = (name: string) =>
      parts
        .map((part) => xmlText(childrenOf(part, name)[0] ?? childrenOf(part, 'source')[0] ?? part))
        .join('');
    return {
      id: element.attributes.name ?? element.attributes.id ?? '',
      source: joined('source'),
      target: isTranslated ? joined('target') : '',
      isUnsure: false,
      earlier: null,
      offset: element.offset,
    };
  });
  const { srcLang = '', trgLang = '' } = root.attributes;
  return { sourceLanguage: srcLang, targetLanguage: trgLang, units };
}

function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.name === name ? [child] : elementsNamed(child, name),
  );
}
