// Stands in the Lambda bundles for Node's Response (see infra/lean.ts).
import { Headers, type HeadersInit } from './headers.ts';
import { type Body, leftOut, Message } from './message.ts';

interface ResponseInit {
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: HeadersInit;
}

const WITHOUT_BODY: readonly number[] = [204, 205, 304];

export class Response extends Message {
  readonly status: number;
  readonly statusText: string;

  constructor(body: Body = null, { status = 200, statusText = '', headers }: ResponseInit = {}) {
    if (!Number.isInteger(status) || status < 200 || status > 599)
      throw new RangeError(`${status} is not the status of an answer`);
    if (/[^\t\x20-\x7e\x80-\xff]/.test(statusText)) throw new TypeError('this is not the text of a status');
    if (body !== null && WITHOUT_BODY.includes(status)) throw new TypeError(`an answer with ${status} has no body`);
    super(body, new Headers(headers));
    this.status = status;
    this.statusText = statusText;
  }

  get ok(): boolean {
    return this.status < 300;
  }

  clone(): Response {
    return new Response(this.copyOfBody(), this);
  }

  static json(value: unknown, init: ResponseInit = {}): Response {
    const text = JSON.stringify(value);
    if (text === undefined) throw new TypeError('this value cannot be JSON');
    const headers = new Headers(init.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return new Response(text, { ...init, headers });
  }

  static error(): never {
    return leftOut('Response.error');
  }

  static redirect(): never {
    return leftOut('Response.redirect');
  }

  get redirected(): never {
    return leftOut('redirected');
  }

  get type(): never {
    return leftOut('type');
  }

  get url(): never {
    return leftOut('url');
  }
}
