// All that a function's process can reach: hosts by name, each answered by a stand-in. Requests and answers can be lost on the way.
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

/** `request`: it never arrives. `answer`: it is done, and nobody hears of it. */
export type Loss = 'request' | 'answer';

export interface Outside {
  readonly url: string;
  /** Whom somebody asked who is not there. */
  readonly strangers: string[];
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

export async function openOutside(hosts: Readonly<Record<string, Host>>): Promise<Outside> {
  const strangers: string[] = [];
  let losing: Losing | undefined;
  const server = createServer(async (request, response) => {
    const sent = await sentIn(request).catch(() => undefined);
    // Whoever asked has died.
    if (!sent) return;
    const lossOfThis = losing?.when(sent) ? losing : undefined;
    if (lossOfThis) losing = undefined;
    if (lossOfThis?.loss === 'request') return lossOfThis.lost();
    const name = String(sent.headers['x-outside-host']);
    const host = hosts[name];
    if (!host) {
      strangers.push(name);
      response.destroy();
      return;
    }
    const { status, type = 'text/plain', body } = await host(sent);
    if (lossOfThis) return lossOfThis.lost();
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  return {
    ...(await listening(server)),
    strangers,
    lose: (loss, when) =>
      new Promise((lost) => {
        losing = { loss, when, lost };
      }),
    loseNothing() {
      losing = undefined;
    },
  };
}
