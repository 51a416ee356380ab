/** What Chromium tells a screen reader, as it tells it: its accessibility tree. */
import type { Frame, Page } from 'playwright-core';

export interface Told {
  readonly role: string;
  readonly name: string;
  /** As the browser says them: expanded, checked, disabled, current, live … */
  readonly states: Readonly<Record<string, unknown>>;
  /** All that stands in it. */
  readonly text: string;
}

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
  readonly childIds?: readonly string[];
}

/** @param frame where the course is in one; in a page of its own when left out */
export async function accessibilityTree(page: Page, frame: Frame = page.mainFrame()): Promise<Told[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const inner = frameTree.childFrames?.find((child) => child.frame.url === frame.url());
  const { nodes } = (await session.send('Accessibility.getFullAXTree', {
    frameId: (inner ?? frameTree).frame.id,
  })) as { nodes: Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (node: Node): string =>
    node.role?.value === 'StaticText'
      ? (node.name?.value ?? '')
      : (node.childIds ?? [])
          .map((id) => byId.get(id))
          .map((child) => (child ? textOf(child) : ''))
          .join('');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => ({
      role: node.role?.value ?? '',
      name: (node.name?.value ?? '').replace(/\s+/g, ' ').trim(),
      states: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
      text: textOf(node).replace(/\s+/g, ' ').trim(),
    }));
}
