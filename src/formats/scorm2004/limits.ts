/** SPM of cmi.suspend_data, run-time environment 4.2.23. */
export const bookmarkLimit = 64_000;
