/** Examples of a pipeline that a new course can bring. */
export const pipelines: readonly string[] = ['github', 'gitlab', 'none'];
