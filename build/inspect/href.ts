/** The file of the package that an address in a manifest means; null where it leads to the web. Pure. */
export function resolveHref(href: string): string | null {
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(href)) return null;
  const plain = href.replace(/[?#].*$/s, '').replaceAll('\\', '/');
  const decoded = percentDecoded(plain);
  const parts: string[] = [];
  for (const part of decoded.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
