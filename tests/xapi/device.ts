/** What a browser keeps on the device, or refuses to. */
import type { KeyStorage } from '../../src/sitting/device.ts';

export interface TestDevice extends KeyStorage {
  readonly kept: Map<string, string>;
  isDenied: boolean;
}

export function aDevice(): TestDevice {
  const kept = new Map<string, string>();
  const device: TestDevice = {
    kept,
    isDenied: false,
    getItem(key) {
      refuse();
      return kept.get(key) ?? null;
    },
    setItem(key, value) {
      refuse();
      kept.set(key, value);
    },
    removeItem(key) {
      refuse();
      kept.delete(key);
    },
  };
  const refuse = () => {
    if (device.isDenied) throw new Error('storage is denied');
  };
  return device;
}
