/** Which other hosts a package calls when it is shown: what its files load, by their text. */
import { listed } from './check-zip.ts';
import type { Finding } from './finding.ts';
import { attributeOf, elementsIn, parseHtml } from './markup.ts';
import type { Survey } from './open-zip.ts';

/** Text is read up to here; the largest scripts of course tools measured are below it. */
const mostText = 8_000_000;
const mostInAll = 200_000_000;

const address = /(?:https?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?(?=[/?#"'`\s)]|$)/i;
/** Names of namespaces and the like, in scripts and documents: said, never called. */
const onlySaid =
  /(^|\.)(w3\.org|adlnet\.(gov|org)|imsglobal\.org|imsproject\.org|xapi\.org|purl\.org|schema\.org|projecttincan\.com|example\.(com|org|net))$/i;

export interface Hosts {
  /** Hosts that a file loads something from: a script, a style, a picture, a font. */
  readonly loaded: ReadonlyMap<string, string>;
  /** Hosts that a script names: it may call them. */
  readonly named: ReadonlyMap<string, string>;
}

export async function findHosts(survey: Survey): Promise<Hosts> {
  const [loaded, named] = [new Map<string, string>(), new Map<string, string>()];
  const note = (hosts: Map<string, string>, url: string, path: string) => {
    const host = address.exec(url)?.[1]?.toLowerCase();
    if (host && !onlySaid.test(host) && !hosts.has(host)) hosts.set(host, path);
  };
  let left = mostInAll;
  for (const { path, size } of survey.files) {
    const ending = /\.(html?|css|js|mjs|svg)$/i.exec(path)?.[1]?.toLowerCase();
    if (!ending || size > mostText || size > left) continue;
    left -= size;
    const content = await survey.read(path, mostText);
    if (!content) continue;
    const text = new TextDecoder().decode(content);
    if (ending.startsWith('htm') || ending === 'svg')
      for (const url of loadedBy(text)) note(loaded, url, path);
    if (ending === 'css') for (const url of stylesheetUrls(text)) note(loaded, url, path);
    if (ending.endsWith('js') || ending.startsWith('htm'))
      for (const [url] of scriptText(text, ending).matchAll(
        /["'`](?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^"'`\s]*/gi,
      ))
        note(named, url, path);
  }
  for (const host of loaded.keys()) named.delete(host);
  return { loaded, named };
}

/** What a document loads by itself: not what its links lead to. */
function loadedBy(text: string): string[] {
  const document = parseHtml(text);
  const elements = elementsIn(document, () => true);
  return elements.flatMap((element) => {
    const { name } = element;
    const isLoadingLink =
      name === 'link' && !/canonical|alternate|license|author/.test(attributeOf(element, 'rel'));
    const href =
      isLoadingLink || name === 'image' || name === 'use' || name === 'base'
        ? [attributeOf(element, 'href'), attributeOf(element, 'xlink:href')]
        : [];
    const style =
      name === 'style'
        ? stylesheetUrls(element.children.map((one) => ('data' in one ? String(one.data) : '')).join(''))
        : [];
    return [
      ...href,
      ...style,
      ...stylesheetUrls(attributeOf(element, 'style')),
      ...['src', 'poster', 'data'].map((attribute) => attributeOf(element, attribute)),
      ...attributeOf(element, 'srcset').split(','),
    ].filter(Boolean);
  });
}

function stylesheetUrls(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/gi)].map(
    ([, url, imported]) => url ?? imported ?? '',
  );
}

function scriptText(text: string, ending: string): string {
  if (!ending.startsWith('htm')) return text;
  return [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script/gi)].map(([, script]) => script).join('\n');
}

export function hostFindings({ loaded, named }: Hosts): Finding[] {
  const shown = (hosts: ReadonlyMap<string, string>) =>
    [...hosts].map(([host, path]) => `${host} (in ${path})`);
  return [
    ...listed(shown(loaded), (some) => ({
      ...{ severity: 'warning', kind: 'hosts' },
      message: `it loads from other hosts: ${some}.`,
      hint: 'It does not work where these cannot be reached, and tells them who learns. Pack what it needs.',
    })),
    ...listed(shown(named), (some) => ({
      ...{ severity: 'note', kind: 'hosts' },
      message: `its scripts name other hosts: ${some}.`,
      hint: 'They may call them: inspect with --play to see whether they do.',
    })),
  ].map(({ path: _, ...finding }) => finding);
}
