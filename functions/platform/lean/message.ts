// What requests and answers have in common in the Lambda bundles: headers, and a body that can be read once.
import { Readable } from 'node:stream';
import type { Headers } from './headers.ts';

/** Node's types know it of Node's own streams only. */
const { isDisturbed }: { isDisturbed(stream: object): boolean } = Readable;

type Stream = ReadableStream<Uint8Array>;
export type Body = string | ArrayBuffer | ArrayBufferView | Stream | null;

/** Not by instanceof, because naming ReadableStream makes Node load its streams. */
export const isStream = (body: unknown): body is Stream =>
  typeof body === 'object' && body !== null && 'getReader' in body;

/** A copy of bytes, because the caller may change them later. */
function sourceOf(body: Body): string | Uint8Array | Stream | null {
  if (body === null || typeof body === 'string') return body;
  // Hono's HTML.
  if (body instanceof String) return body.toString();
  if (isStream(body)) {
    if (body.locked || isDisturbed(body)) throw new TypeError('this stream has been read');
    return body;
  }
  if (body instanceof ArrayBuffer) return new Uint8Array(body.slice());
  if (ArrayBuffer.isView(body))
    return new Uint8Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength));
  return leftOut('a body of this type');
}

export function leftOut(what: string): never {
  throw new TypeError(`${what} is left out of this bundle: see functions/platform/lean`);
}

export class Message {
  readonly headers: Headers;
  /** The content, until somebody asks for a stream of it. */
  #source: string | Uint8Array | null = null;
  #stream: Stream | undefined;
  readonly #isNull: boolean;
  #isUsed = false;

  constructor(body: Body, headers: Headers) {
    const source = sourceOf(body);
    this.#isNull = source === null;
    if (isStream(source)) this.#stream = source;
    else this.#source = source;
    this.headers = headers;
    if (typeof source === 'string' && !this.headers.has('content-type'))
      this.headers.set('content-type', 'text/plain;charset=UTF-8');
  }

  get body(): Stream | null {
    if (this.#isNull) return null;
    this.#stream ??= streamOf(this.#source, this.#isUsed);
    return this.#stream;
  }

  /** Without making a stream, as `body` would. */
  protected get hasBody(): boolean {
    return !this.#isNull;
  }

  get bodyUsed(): boolean {
    return this.#isUsed || (this.#stream !== undefined && isDisturbed(this.#stream));
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.bytes()).buffer;
  }

  /** UTF-8, a byte order mark left out. */
  async text(): Promise<string> {
    return new TextDecoder().decode(await this.bytes());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#isNull) return new Uint8Array();
    this.#mustBeUnread();
    this.#isUsed = true;
    if (!this.#stream) return new Uint8Array(Buffer.from(this.#source ?? ''));
    const chunks: Uint8Array[] = [];
    // Stays locked, as Fetch says.
    const reader = this.#stream.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!(value instanceof Uint8Array)) throw new TypeError('a stream’s chunks must be bytes');
      chunks.push(value);
    }
    return new Uint8Array(Buffer.concat(chunks));
  }

  async blob(): Promise<never> {
    return leftOut('blob');
  }

  async formData(): Promise<never> {
    return leftOut('formData');
  }

  /** The body for a clone, which can be read independently. */
  protected copyOfBody(): Body {
    this.#mustBeUnread();
    if (!this.#stream) return this.#source;
    const [mine, copy] = this.#stream.tee();
    this.#stream = mine;
    return copy;
  }

  /** The body for a request made from this one, whose own body then counts as used. */
  protected takeBody(): Body {
    if (this.#isNull) return null;
    this.#mustBeUnread();
    const body = this.#stream ?? this.#source;
    this.#stream = undefined;
    this.#isUsed = true;
    return body;
  }

  #mustBeUnread(): void {
    if (this.bodyUsed || this.#stream?.locked) throw new TypeError('this body has been read');
  }
}

function streamOf(source: string | Uint8Array | null, isUsed: boolean): Stream {
  const stream = new ReadableStream({
    type: 'bytes',
    pull(controller) {
      const bytes = new Uint8Array(Buffer.from(source ?? ''));
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
  if (isUsed) stream.getReader().cancel();
  return stream;
}
