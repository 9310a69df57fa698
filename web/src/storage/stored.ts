// Reads what this tab keeps in sessionStorage as JSON. An item that is broken, or that an older version of the web stored in
// another shape, is treated as absent.

/** The item, if it has the shape of the sample. Undefined also when storage is blocked. */
export function readStored<Item>(key: string, sample: Item): Item | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return hasShape(value, sample) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Every field of the sample is there with the same type; there may be more. Lists are of strings. */
function hasShape<Item>(value: unknown, sample: Item): value is Item {
  if (Array.isArray(sample)) return Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (typeof sample !== 'object' || sample === null) return typeof value === typeof sample;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(sample).every(([name, field]) =>
    hasShape(Object.getOwnPropertyDescriptor(value, name)?.value, field),
  );
}
