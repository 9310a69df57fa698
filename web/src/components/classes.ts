// Joins class names, or ids, into one attribute.

/** The parts that are present, with a space between them; undefined when there is none, so that no attribute is written. */
export function joined(...parts: readonly (string | false | undefined)[]): string | undefined {
  const present = parts.filter((part) => part !== false && part !== undefined && part !== '');
  return present.length === 0 ? undefined : present.join(' ');
}
