/**
 * What is made of a text, made once while it is remembered: formats of a course, its rules and the edits of a preview
 * ask for the same again and again.
 * @param make goes by the text alone
 * @param most texts to remember
 */
export function remembered<Value>(make: (text: string) => Value, most = 4000): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.value;
    const value = make(text);
    if (known.size >= most) known.clear();
    known.set(text, { value });
    return value;
  };
}

/** What is made of a value that nobody changes, made once for as long as that stays in memory. */
export function rememberedOf<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}
