/** What a package is told and asked by its LMS while it is played: by an API in the page, or by an LRS. */

import type { PlayedCall, PlayedStatement } from '../inspect/played.ts';
import type { OpenSitting } from './sitting.ts';
import type { StageOrder } from './stage.ts';

export interface PlayLms {
  /** Addresses of servers besides that of the package, without a slash at their end. */
  readonly origins: readonly string[];
  /** How the next sitting is opened. */
  order(address: string, how: StageOrder['how']): StageOrder;
  /** What was called in this sitting, so far. */
  calls(sitting: OpenSitting): Promise<readonly PlayedCall[]>;
  /** Whether these calls begin a conversation. */
  hasBegun(calls: readonly PlayedCall[]): boolean;
  /** Values that were set and would be lost now. */
  unsaved(calls: readonly PlayedCall[]): readonly string[];
  /** Keeps what the sitting leaves behind, for the next. */
  keep(sitting: OpenSitting): void;
  /** What an administrator sees. */
  record(): Readonly<Record<string, string>>;
  statements(): readonly PlayedStatement[];
  close(): Promise<void>;
}
