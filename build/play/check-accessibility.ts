/** What axe finds on a screen of a package: the one place that knows axe. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import type { AccessibilityFinding } from '../inspect/played.ts';

type Violation = Omit<AccessibilityFinding, 'screens'>;

/** Rules that speak of whole pages: a course stands in the page of an LMS, which has a heading and landmarks of its own. */
const ofWholePages = ['region', 'page-has-heading-one', 'landmark-one-main', 'bypass'];

/** A screen that takes longer is left. Milliseconds. */
const patience = 20_000;

let source: Promise<string> | null = null;

/** What is against WCAG 2.2 A and AA, or good practice, in each document that shows anything. */
export async function checkAccessibility(frames: readonly Frame[]): Promise<readonly Violation[]> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const script = await source;
  const found = await Promise.all(frames.map((frame) => checked(frame, script)));
  return found.flat();
}

async function checked(frame: Frame, script: string): Promise<readonly Violation[]> {
  const late = new Promise<Violation[]>((resolve) => setTimeout(resolve, patience, []).unref());
  const run = async (): Promise<Violation[]> => {
    // A loader of modules in the page would take axe for one of its own.
    await frame.evaluate(
      `(() => { const define = undefined, module = undefined, exports = undefined; ${script} })()`,
    );
    return frame.evaluate(async (left) => {
      const page = window as unknown as {
        axe?: { run(options: object): Promise<{ violations: AxeViolation[] }> };
      };
      const results = await page.axe?.run({ resultTypes: ['violations'], iframes: false });
      delete page.axe;
      return (results?.violations ?? [])
        .filter(({ id }) => !left.includes(id))
        .map(({ id, impact, help, nodes }) => ({
          ...{ rule: id, impact: impact ?? 'minor', help, elements: nodes.length },
          example: String(nodes[0]?.target[0] ?? ''),
        }));
    }, ofWholePages);
  };
  return Promise.race([run().catch(() => []), late]);
}

interface AxeViolation {
  readonly id: string;
  readonly impact: AccessibilityFinding['impact'] | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

/** The same rule on several screens is one finding; what matters most comes first. */
export function together(screens: readonly (readonly Violation[])[]): AccessibilityFinding[] {
  const byRule = new Map<string, AccessibilityFinding>();
  for (const violations of screens) {
    const seen = new Set<string>();
    for (const one of violations) {
      const before = byRule.get(one.rule);
      byRule.set(one.rule, {
        ...(before ?? one),
        screens: (before?.screens ?? 0) + (seen.has(one.rule) ? 0 : 1),
        elements: (before?.elements ?? 0) + one.elements,
      });
      seen.add(one.rule);
    }
  }
  const order = ['critical', 'serious', 'moderate', 'minor'];
  return [...byRule.values()].sort(
    (a, b) => order.indexOf(a.impact) - order.indexOf(b.impact) || a.rule.localeCompare(b.rule),
  );
}
