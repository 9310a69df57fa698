// Stands in the Lambda bundles for Node's Request (see infra/lean.ts).
import { Headers, type HeadersInit, isToken } from './headers.ts';
import { type Body, isStream, leftOut, Message } from './message.ts';

interface RequestInit {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: Body;
  /** Needed beside a stream. */
  readonly duplex?: 'half';
}

/** Options for sending a request, which these never are. */
const NOT_IN_INIT = [
  'cache',
  'credentials',
  'integrity',
  'keepalive',
  'mode',
  'redirect',
  'referrer',
  'signal',
] as const;

const FORBIDDEN = /^(connect|trace|track)$/i;
const NORMALISED = /^(delete|get|head|options|post|put)$/i;

function methodOf(method: string): string {
  if (!isToken(method) || FORBIDDEN.test(method)) throw new TypeError(`${JSON.stringify(method)} is no method`);
  return NORMALISED.test(method) ? method.toUpperCase() : method;
}

function urlOf(address: string | URL): string {
  const url = new URL(address);
  if (url.username || url.password) throw new TypeError('a request’s address holds no credentials');
  return url.href;
}

export class Request extends Message {
  readonly url: string;
  readonly method: string;

  constructor(input: string | URL | Request, init: RequestInit = {}) {
    for (const name of NOT_IN_INIT) if (Object(init)[name] !== undefined) leftOut(name);
    const from = input instanceof Request ? input : undefined;
    const url = input instanceof Request ? input.url : urlOf(input);
    const method = methodOf(init.method ?? from?.method ?? 'GET');
    const body = init.body ?? null;
    if ((method === 'GET' || method === 'HEAD') && (body !== null || from?.hasBody))
      throw new TypeError(`a request with ${method} has no body`);
    if (isStream(body) && init.duplex !== 'half') throw new TypeError('a stream needs duplex “half”');
    const headers = new Headers(init.headers ?? from?.headers);
    super(body ?? from?.takeBody() ?? null, headers);
    this.url = url;
    this.method = method;
  }

  clone(): Request {
    const body = this.copyOfBody();
    const { url, method, headers } = this;
    return new Request(url, { method, headers, body, duplex: 'half' });
  }

  get cache(): never {
    return leftOut('cache');
  }

  get credentials(): never {
    return leftOut('credentials');
  }

  get destination(): never {
    return leftOut('destination');
  }

  get integrity(): never {
    return leftOut('integrity');
  }

  get keepalive(): never {
    return leftOut('keepalive');
  }

  get mode(): never {
    return leftOut('mode');
  }

  get redirect(): never {
    return leftOut('redirect');
  }

  get referrer(): never {
    return leftOut('referrer');
  }

  get signal(): never {
    return leftOut('signal');
  }
}
