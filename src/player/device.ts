/** Progress on this device: all there is without an LMS, and what fills the gap when the LMS did not take it. */

export interface DeviceRecord {
  readonly bookmark: string;
  /** Whether the LMS has it too. */
  readonly isTold: boolean;
}

export interface Device {
  read(): DeviceRecord | null;
  /** False where the device keeps nothing: storage denied or full. */
  write(record: DeviceRecord): boolean;
}

/** One record for each course and learner, so that nobody meets another's answers on a shared device. */
export function deviceOf(storage: () => Storage, course: string, learner: string): Device {
  const key = `coursewright/${course}/${learner}`;
  return {
    read() {
      try {
        const record = JSON.parse(storage().getItem(key) ?? 'null');
        return typeof record?.bookmark === 'string' ? record : null;
      } catch {
        return null;
      }
    },
    write(record) {
      try {
        storage().setItem(key, JSON.stringify(record));
        return true;
      } catch {
        return false;
      }
    },
  };
}
