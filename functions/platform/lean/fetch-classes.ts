// Stands in the Lambda bundles for Node's Headers, Request and Response (see infra/lean.ts): Node loads its whole fetch
// with the first of them, a quarter of a cold start. Only what Hono and its Lambda adapter use of them is here.

type Pairs = Iterable<readonly [string, string]>;
type Body = string | Uint8Array | ReadableStream<Uint8Array> | null;

/** Asked so, because naming ReadableStream makes Node load its streams. */
const isStream = (body: Body): body is ReadableStream<Uint8Array> =>
  typeof body === 'object' && body !== null && 'getReader' in body;

const isPairs = (init: object): init is Pairs => Symbol.iterator in init;

export class Headers {
  readonly #values = new Map<string, string>();

  constructor(init: Pairs | Readonly<Record<string, string>> = {}) {
    for (const [name, value] of isPairs(init) ? init : Object.entries(init)) this.append(name, value);
  }

  get(name: string): string | null {
    return this.#values.get(name.toLowerCase()) ?? null;
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }

  set(name: string, value: string): void {
    this.#values.set(name.toLowerCase(), String(value).trim());
  }

  append(name: string, value: string): void {
    const before = this.get(name);
    this.set(name, before === null ? value : `${before}, ${value}`);
  }

  delete(name: string): void {
    this.#values.delete(name.toLowerCase());
  }

  entries(): IterableIterator<[string, string]> {
    return [...this.#values].sort(([a], [b]) => (a < b ? -1 : 1)).values();
  }

  forEach(visit: (value: string, name: string) => void): void {
    for (const [name, value] of this.entries()) visit(value, name);
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries();
  }
}

class Message {
  readonly headers: Headers;
  readonly #body: Body;

  constructor(body: Body, headers?: Pairs | Readonly<Record<string, string>>) {
    this.#body = body;
    this.headers = new Headers(headers);
  }

  get body(): ReadableStream<Uint8Array> | null {
    const body = this.#body;
    if (body === null || isStream(body)) return body;
    return new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from(body));
        controller.close();
      },
    });
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = await this.#bytes();
    return new Uint8Array(bytes).buffer;
  }

  /** As Fetch says: UTF-8, a byte order mark left out. */
  async text(): Promise<string> {
    return new TextDecoder().decode(await this.#bytes());
  }

  async #bytes(): Promise<Uint8Array> {
    const body = this.#body;
    if (!isStream(body)) return Buffer.from(body ?? '');
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

interface RequestInit {
  readonly method?: string;
  readonly headers?: Pairs | Readonly<Record<string, string>>;
  readonly body?: Body;
}

export class Request extends Message {
  readonly url: string;
  readonly method: string;

  constructor(input: string | Request, init: RequestInit = {}) {
    const from = typeof input === 'string' ? undefined : input;
    super(init.body ?? from?.body ?? null, init.headers ?? from?.headers);
    this.url = typeof input === 'string' ? new URL(input).href : input.url;
    this.method = (init.method ?? from?.method ?? 'GET').toUpperCase();
  }
}

interface ResponseInit {
  readonly status?: number;
  readonly headers?: Pairs | Readonly<Record<string, string>>;
}

export class Response extends Message {
  readonly status: number;

  constructor(body: Body = null, init: ResponseInit = {}) {
    super(body, init.headers);
    this.status = init.status ?? 200;
    if (typeof body === 'string' && !this.headers.has('content-type'))
      this.headers.set('content-type', 'text/plain;charset=UTF-8');
  }

  static json(value: unknown, init: ResponseInit = {}): Response {
    const headers = new Headers(init.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return new Response(JSON.stringify(value), { ...init, headers });
  }
}
