// Serves on localhost only: what /local hands out is for the people at this machine.

import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Trouble } from './trouble.ts';

interface Listening {
  readonly port: number;
  /** Stops taking requests; those under way may end, for a second. */
  close(): Promise<void>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

const GRACE_MS = 1000;
/** “localhost” means either, and which one is asked first differs from program to program. */
const ADDRESSES = ['127.0.0.1', '::1'];
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

/** Answers the port, or the code of what went wrong. */
function bind(server: Server, port: number, address: string): Promise<number | string> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, address, () => {
      const bound = server.address();
      resolve(bound && typeof bound === 'object' ? bound.port : 'no port');
    });
  });
}

/** Throws Trouble when the port is taken. Port 0 means any that is free. */
export async function listen(fetch: Fetch, wished: number): Promise<Listening> {
  const servers: Server[] = [];
  let port = wished;
  for (const address of ADDRESSES) {
    const server = createAdaptorServer({ fetch });
    if (!('requestTimeout' in server)) throw new Error('not an HTTP/1 server');
    const bound = await bind(server, port, address);
    if (typeof bound === 'number') {
      port = bound;
      servers.push(server);
    } else if (address === ADDRESSES[0] || !NO_SUCH_ADDRESS.has(bound)) {
      await Promise.all(servers.map(close));
      // A free port that is taken at the second address: choose again.
      if (wished === 0 && servers.length > 0) return listen(fetch, 0);
      throw new Trouble(
        bound === 'EADDRINUSE'
          ? `Port ${port} is already in use: stop what uses it, or set PORT to another one (PORT=0 takes any that is free).`
          : `Port ${port} cannot be used (${bound}): set PORT to another one.`,
      );
    }
  }
  return {
    port,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
