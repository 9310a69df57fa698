// Joins what is present into one attribute: class names, or the ids of a description.

/** The present parts with a space between them; undefined, so that no attribute is written, when none is. */
export function joined(...parts: readonly (string | false | undefined)[]): string | undefined {
  const present = parts.filter((part) => part !== false && part !== undefined && part !== '');
  return present.length === 0 ? undefined : present.join(' ');
}
