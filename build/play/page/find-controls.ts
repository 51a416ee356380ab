/**
 * What can be pressed, chosen and filled in a document, with names as assistive technology says them. It is handed to
 * the browser as it stands: nothing outside of the function is there.
 */

export interface Control {
  readonly kind: 'press' | 'link' | 'one' | 'many' | 'list' | 'text';
  readonly role: string;
  readonly name: string;
  /** Id, classes and the like: all there is to go by where an arrow has no name. */
  readonly hint: string;
  /** Options of the same question share it. */
  readonly group: string;
  readonly isChosen: boolean;
  /** Whether it stands in an open dialog. */
  readonly isInDialog: boolean;
}

export interface FoundControls {
  readonly controls: readonly Control[];
  readonly elements: readonly Element[];
}

export function findControls(most: number): FoundControls {
  const controls: Control[] = [];
  const elements: Element[] = [];
  const wanted =
    'button, a[href], input, select, textarea, summary, [role="button"], [role="link"], [role="radio"], [role="checkbox"], [role="option"], [role="tab"], [role="menuitem"], [onclick]';
  const isShown = (element: Element) =>
    element.getClientRects().length > 0 &&
    (element.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) ?? true) &&
    getComputedStyle(element).pointerEvents !== 'none' &&
    !element.closest('[inert], [aria-hidden="true"]');
  const isEnabled = (element: Element) =>
    !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true';
  const textOf = (element: Element | null | undefined) =>
    element
      ? [
          element.textContent ?? '',
          ...[...element.querySelectorAll('img[alt], [aria-label]')].map(
            (one) => one.getAttribute('alt') ?? one.getAttribute('aria-label') ?? '',
          ),
        ].join(' ')
      : '';
  const nameOf = (element: Element): string => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const root = element.getRootNode() as Document | ShadowRoot;
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    const isButton = element.matches('input[type="button"], input[type="submit"], input[type="image"]');
    const name =
      by.map((id) => textOf(root.getElementById?.(id))).join(' ') ||
      element.getAttribute('aria-label') ||
      (isButton && ((element as HTMLInputElement).value || element.getAttribute('alt'))) ||
      labels.map(textOf).join(' ') ||
      (element.matches('select, input, textarea') ? '' : textOf(element)) ||
      element.getAttribute('title') ||
      element.getAttribute('placeholder') ||
      '';
    return name.replace(/\s+/g, ' ').trim().slice(0, 200);
  };
  const kindOf = (element: Element, role: string): Control['kind'] | null => {
    if (element.matches('input[type="radio"]') || role === 'radio') return 'one';
    if (element.matches('input[type="checkbox"]') || role === 'checkbox' || role === 'option') return 'many';
    if (element.matches('select')) return 'list';
    if (element.matches('textarea, input:not([type]), input[type="text"], input[type="number"]'))
      return 'text';
    if (element.matches('input[type="button"], input[type="submit"], input[type="image"]')) return 'press';
    if (element.matches('input')) return null;
    // A link that a script answers is a button to its maker; one to a place in the document is a link.
    const href = element.getAttribute('href') ?? '';
    const leads = element.matches('a[href]') && !/^(#|javascript:.*|)$/i.test(href) && role !== 'button';
    return leads ? 'link' : 'press';
  };
  const groupOf = (element: Element): string => {
    const own = element.getAttribute('name');
    const around = element.closest(
      'fieldset, [role="radiogroup"], [role="group"], [role="listbox"], form, ul, ol',
    );
    return own || around?.id || around?.className?.toString() || around?.tagName || '';
  };
  const visit = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      if (elements.length >= most) return;
      if (element.shadowRoot) visit(element.shadowRoot);
      if (!element.matches(wanted) || !isEnabled(element)) continue;
      const role = element.getAttribute('role') ?? element.tagName.toLowerCase();
      const kind = kindOf(element, role);
      // Inputs are often drawn by their label, and hidden themselves.
      const label = (element as HTMLInputElement).labels?.[0];
      const target = isShown(element)
        ? element
        : (kind === 'one' || kind === 'many') && label && isShown(label)
          ? label
          : null;
      if (!kind || !target) continue;
      elements.push(target);
      controls.push({
        kind,
        role,
        name: nameOf(element),
        hint: [
          element.id,
          element.getAttribute('class') ?? '',
          element.getAttribute('rel') ?? '',
          element.getAttribute('data-action') ?? '',
        ].join(' '),
        group: groupOf(element),
        isChosen:
          (element as HTMLInputElement).checked === true ||
          ['aria-checked', 'aria-selected', 'aria-pressed'].some(
            (one) => element.getAttribute(one) === 'true',
          ) ||
          (kind === 'list' && (element as HTMLSelectElement).selectedIndex > 0) ||
          (kind === 'text' && (element as HTMLInputElement).value !== ''),
        isInDialog:
          element.closest('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]') !==
          null,
      });
    }
  };
  visit(document);
  return { controls, elements };
}
