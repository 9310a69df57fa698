// Runs one function as Lambda does, in a process of its own: takes events from the parent, hands them to the handler. Copied
// beside the unpacked zips. Two things differ from Lambda: the network, which is one simulated server, and the clock.
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [network = '', startsOffMs = '0'] = process.argv.slice(2);
const { hostname, port } = new URL(network);
const agent = new http.Agent({ keepAlive: true });
const mark = (host: string) => ({ 'x-network-host': host });

/** As https.request, whose arguments are an address, options and a listener, the first two of which may be left out. */
function request(...given: unknown[]): http.ClientRequest {
  const url = typeof given[0] === 'string' || given[0] instanceof URL ? new URL(given.shift() as string) : undefined;
  const options = typeof given[0] === 'object' ? (given.shift() as https.RequestOptions) : {};
  const host = url?.hostname ?? options.hostname ?? options.host ?? '';
  const path = url ? url.pathname + url.search : options.path;
  const headers = { ...(options.headers as http.OutgoingHttpHeaders), ...mark(host) };
  const routed = { method: options.method, path, headers, hostname, port, agent };
  return http.request(routed, given[0] as (answer: http.IncomingMessage) => void);
}
https.request = request as typeof https.request;
syncBuiltinESMExports();

const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const { host, pathname, search } = new URL(String(input));
  return fetch(network + pathname + search, { ...init, headers: { ...init?.headers, ...mark(host) } });
};

let offsetMs = Number(startsOffMs);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(RealDate.now() + offsetMs);
    else super(...(given as [number]));
  }

  static override now(): number {
    return RealDate.now() + offsetMs;
  }
} as DateConstructor;

type Message = { readonly offsetMs: number } | { readonly requestId: string; readonly event: unknown };

const send = (message: object) => process.send?.(message);
const [file = '', name = ''] = (process.env._HANDLER ?? '').split('.');
// Fails here, and ends the process, when it needs anything that is not in the zip.
const module = await import(pathToFileURL(join(process.env.LAMBDA_TASK_ROOT ?? '', `${file}.mjs`)).href);

process.on('disconnect', () => process.exit());
process.on('message', async (message: Message) => {
  if ('offsetMs' in message) {
    offsetMs = message.offsetMs;
    return;
  }
  const { requestId, event } = message;
  try {
    const answer: unknown = await module[name](event, { awsRequestId: requestId });
    send({ requestId, answer: JSON.stringify(answer) ?? 'null' });
  } catch (error) {
    const { name: errorType, message: errorMessage } = error instanceof Error ? error : new Error(String(error));
    send({ requestId, errorType, errorMessage });
  }
});
send({ ready: true });
