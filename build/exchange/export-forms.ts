/** The forms in which questions can be written for other tools. */
export const exportForms: readonly string[] = ['gift', 'qti'];
