/** What a browser may deny by throwing, such as its storage: undefined then. */
export function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
