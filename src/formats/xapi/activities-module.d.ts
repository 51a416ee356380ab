/** What the builder puts in the bundle of a format that makes statements. */
declare module 'coursewright:activities' {
  export const activities: import('./activities.ts').CourseActivities;
}
