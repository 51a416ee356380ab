interface Window {
  /** What a part of a universal package leaves for the player. */
  coursewrightTracker?: import('../../session/tracker.ts').Tracker;
}
