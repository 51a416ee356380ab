/** Most bytes of requests that a browser carries on while it leaves, less room for headers (Fetch 4.6: 64 KiB in all). */
export const leavingRoom = 60_000;

/** Most characters of bookmark: it has to be told while leaving, and leave room for statements. */
export const bookmarkLimit = 16_000;

/** A learner does not wait longer than this for an LRS that does not answer. Milliseconds. */
export const longestOpening = 6_000;
