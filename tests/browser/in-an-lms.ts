/** A learner in an LMS, as most tests of the player begin and end. */
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { builtCourse } from './built-course.ts';
import { type LmsServer, startLms } from './lms-server.ts';
import { eachOnADevice } from './windows.ts';

/** The LMS of a test. */
export let lms: LmsServer;

/**
 * An LMS with the course and a device for each test of a file; nothing goes wrong in either.
 * @param course  path from the repository's root
 * @param without see `launchChromium`
 */
export function eachInAnLms(course: string, without: readonly string[] = []): void {
  let files: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    files = await builtCourse(course);
  });
  beforeEach(async () => {
    lms = await startLms(files);
  });
  // Registered before the device, it runs after it: what a window says last is heard when it is closed.
  afterEach(async () => {
    await lms.close();
    expect(lms.violations).toEqual([]);
  });
  eachOnADevice(without);
}
