/** What the builder puts in the bundle: the behaviours and the logic of the types that the course uses, no more. */
declare module 'coursewright:used' {
  export const blocks: import('./kit.ts').Kit['blocks'];
  export const questions: import('./kit.ts').Kit['questions'];
  export const connectQuestions: import('./kit.ts').Kit['connectQuestions'];
}
