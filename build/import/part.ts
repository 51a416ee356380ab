/** A piece of a document as it stands on paper, before anybody asks what it means. */
export type Part = {
  /** Line of the source where it is known, else its place among the parts; from 1. */ readonly place: number;
} & (
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string }
);
