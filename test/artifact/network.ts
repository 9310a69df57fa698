// The simulated network of the functions' processes: hosts by name. Requests and answers can be lost on the way.
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { listening } from './listening.ts';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Answered {
  readonly status: number;
  readonly type?: string;
  readonly body: string;
}

export type Host = (sent: Sent) => Answered | Promise<Answered>;

/** `request`: it never arrives. `answer`: it is carried out, and its answer never arrives. */
export type Loss = 'request' | 'answer';

export interface Network {
  readonly url: string;
  /** Hosts that were called and do not exist here. */
  readonly unknownHosts: string[];
  /** Loses the next request of which `when` is true, or its answer; resolves when that has happened. */
  lose(loss: Loss, when: (sent: Sent) => boolean): Promise<void>;
  loseNothing(): void;
  close(): Promise<void>;
}

export const json = (value: unknown, status = 200): Answered => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

async function sentIn(request: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { headers, method = '', url: path = '' } = request;
  return { headers, method, path, body: Buffer.concat(chunks) };
}

interface Losing {
  readonly loss: Loss;
  readonly when: (sent: Sent) => boolean;
  readonly lost: () => void;
}

export async function openNetwork(hosts: Readonly<Record<string, Host>>): Promise<Network> {
  const unknownHosts: string[] = [];
  let losing: Losing | undefined;
  const server = createServer(async (request, response) => {
    const sent = await sentIn(request).catch(() => undefined);
    // The caller has ended.
    if (!sent) return;
    const lossOfThis = losing?.when(sent) ? losing : undefined;
    if (lossOfThis) losing = undefined;
    if (lossOfThis?.loss === 'request') return lossOfThis.lost();
    const name = String(sent.headers['x-network-host']);
    const host = hosts[name];
    if (!host) {
      unknownHosts.push(name);
      response.destroy();
      return;
    }
    const { status, type = 'text/plain', body } = await host(sent);
    if (lossOfThis) return lossOfThis.lost();
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  return {
    ...(await listening(server)),
    unknownHosts,
    lose: (loss, when) =>
      new Promise((lost) => {
        losing = { loss, when, lost };
      }),
    loseNothing() {
      losing = undefined;
    },
  };
}
