/** What an item of QTI 2.1 asks, and what it takes for right. */
import {
  attributeOf,
  type Element,
  elementsIn,
  elementsNamed,
  localName,
  textOf,
} from '../inspect/markup.ts';

export function interactionsIn(item: Element): Element[] {
  return elementsIn(item, (element) => localName(element).endsWith('Interaction'));
}

export function interactionsAround(element: Element): Element[] {
  return localName(element).endsWith('Interaction') ? [element] : interactionsIn(element);
}

export function correctOf(item: Element, interaction: Element): string[] {
  const declaration = declarationOf(item, interaction);
  return declaration
    ? elementsNamed(declaration, 'correctResponse').flatMap((one) => elementsNamed(one, 'value').map(textOf))
    : [];
}

export function declarationOf(item: Element, interaction: Element): Element | undefined {
  const id = attributeOf(interaction, 'responseIdentifier');
  return elementsNamed(item, 'responseDeclaration').find((one) => attributeOf(one, 'identifier') === id);
}

export function acceptedOf(item: Element, interaction: Element): string[] {
  const declaration = declarationOf(item, interaction);
  const mapped = declaration
    ? elementsNamed(declaration, 'mapEntry').filter((one) => Number(attributeOf(one, 'mappedValue')) > 0)
    : [];
  return [...new Set([...correctOf(item, interaction), ...mapped.map((one) => attributeOf(one, 'mapKey'))])];
}
