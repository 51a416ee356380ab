/** Writes the conformance statement after a run of the tests that it names. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { statementOf } from './statement.ts';

export default class StatementReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const criteria = JSON.parse(readFileSync(join(import.meta.dirname, 'criteria.json'), 'utf8'));
    const failed = new Set<string>();
    for (const module of modules)
      for (const test of module.children.allTests())
        if (test.result().state === 'failed') failed.add(test.name);
    writeFileSync(join(import.meta.dirname, '../../.github/ACCESSIBILITY.md'), statementOf(criteria, failed));
  }
}
