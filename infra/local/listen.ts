// Serves on localhost only, because /local hands out tokens to anyone.
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { StartupError } from '../startup-error.ts';

interface Listening {
  readonly port: number;
  /** Stops taking requests; those under way may end, for a second. */
  close(): Promise<void>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

const CLOSE_TIMEOUT_MS = 1000;
/** “localhost” means both; programs differ in which they try first. */
const ADDRESSES = ['127.0.0.1', '::1'];
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

/** Returns the port, or the error's code. */
function bind(server: Server, port: number, address: string): Promise<number | string> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, address, () => {
      const bound = server.address();
      resolve(bound && typeof bound === 'object' ? bound.port : 'no port');
    });
  });
}

/** Throws StartupError when the port is taken. Port 0 means any that is free. */
export async function listen(fetch: Fetch, requested: number): Promise<Listening> {
  const servers: Server[] = [];
  let port = requested;
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
      if (requested === 0 && servers.length > 0) return listen(fetch, 0);
      throw new StartupError(
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
    const force = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
