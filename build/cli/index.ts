/** Every command, in the order in which a course needs them. */
import { buildCommand } from './build.ts';
import type { Command } from './define-command.ts';
import { diffCommand } from './diff.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { inspectCommand } from './inspect.ts';
import { previewCommand } from './preview.ts';
import { receiptCommand } from './receipt.ts';
import { schemaCommand } from './schema.ts';
import { translateCommand } from './translate.ts';
import { validateCommand } from './validate.ts';

export const commands: readonly Command[] = [
  initCommand,
  schemaCommand,
  validateCommand,
  previewCommand,
  buildCommand,
  importCommand,
  exportCommand,
  translateCommand,
  diffCommand,
  inspectCommand,
  receiptCommand,
];
