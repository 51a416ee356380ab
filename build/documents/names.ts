/** Documents of the trainer by their names on the command line: known without loading what makes them. */
export const documentNames = ['guide', 'slides', 'handout'] as const;
