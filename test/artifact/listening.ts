// A server on any free port of this machine.
import type { Server } from 'node:http';

interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

export async function listening(server: Server): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Including requests that will never be answered.
        server.closeAllConnections();
      }),
  };
}
