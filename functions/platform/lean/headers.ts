// Stands in the Lambda bundles for Node's Headers (see infra/lean.ts).

export type HeadersInit = Iterable<readonly [string, string]> | Readonly<Record<string, string>>;

/** https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
export const isToken = (text: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(text);

function checkedName(name: string): string {
  if (!isToken(name)) throw new TypeError(`${JSON.stringify(name)} is not a header name`);
  return name.toLowerCase();
}

/** As Fetch says: trimmed, one byte for each character, on one line. */
function checkedValue(value: string): string {
  const trimmed = String(value).replaceAll(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  if (/[\0\n\r]|[^\0-\xff]/.test(trimmed)) throw new TypeError('this is not a header value');
  return trimmed;
}

const isIterable = (init: HeadersInit): init is Iterable<readonly [string, string]> => Symbol.iterator in init;

export class Headers {
  readonly #values = new Map<string, string[]>();

  constructor(init: HeadersInit = {}) {
    if (typeof init !== 'object' || init === null) throw new TypeError('headers are pairs or an object');
    for (const pair of isIterable(init) ? init : Object.entries(init)) {
      const [name, value, ...more] = pair;
      if (name === undefined || value === undefined || more.length > 0) throw new TypeError('a header is a pair');
      this.append(name, value);
    }
  }

  get(name: string): string | null {
    const key = checkedName(name);
    return this.#values.get(key)?.join(key === 'cookie' ? '; ' : ', ') ?? null;
  }

  getSetCookie(): string[] {
    return [...(this.#values.get('set-cookie') ?? [])];
  }

  has(name: string): boolean {
    return this.#values.has(checkedName(name));
  }

  set(name: string, value: string): void {
    this.#values.set(checkedName(name), [checkedValue(value)]);
  }

  append(name: string, value: string): void {
    const key = checkedName(name);
    this.#values.set(key, [...(this.#values.get(key) ?? []), checkedValue(value)]);
  }

  delete(name: string): void {
    this.#values.delete(checkedName(name));
  }

  /** By name; each Set-Cookie is an entry of its own. Changes during the iteration are seen, as Fetch says. */
  *entries(): IterableIterator<[string, string]> {
    for (let at = 0; ; at++) {
      const pair = this.#sorted()[at];
      if (!pair) return;
      yield pair;
    }
  }

  #sorted(): [string, string][] {
    return [...this.#values.keys()]
      .sort()
      .flatMap((name): [string, string][] =>
        name === 'set-cookie' ? this.getSetCookie().map((value) => [name, value]) : [[name, this.get(name) ?? '']],
      );
  }

  *keys(): IterableIterator<string> {
    for (const [name] of this.entries()) yield name;
  }

  *values(): IterableIterator<string> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(visit: (value: string, name: string, headers: Headers) => void): void {
    for (const [name, value] of this.entries()) visit(value, name, this);
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries();
  }
}
