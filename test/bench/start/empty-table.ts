// A DynamoDB that is always empty, for measuring starts.
import { createServer } from 'node:http';

interface EmptyTable {
  readonly endpoint: string;
  stop(): void;
}

export async function emptyTable(): Promise<EmptyTable> {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end(/Query|Scan/.test(String(request.headers['x-amz-target'])) ? '{"Items":[],"Count":0}' : '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
