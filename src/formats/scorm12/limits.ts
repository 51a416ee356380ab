/** CMIString4096: what is longer is refused by some LMSs and cut by others. */
export const bookmarkLimit = 4096;
