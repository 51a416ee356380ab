/** A receipt as a sheet of paper. */
import { element } from '../element.ts';
import { printSheet } from './print-sheet.ts';
import type { Tool } from './tool.ts';

export const printReceipt: Tool = ({ window, receipt, word }) => {
  const rows = receipt().flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]);
  const title = element('h2', {}, word('receipt.title'));
  printSheet(window, element('section', { class: 'receipt' }, title, element('dl', {}, ...rows)));
};
