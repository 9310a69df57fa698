// The CloudFront function that serves index.html for every page's address, as infra/local/web.ts does.
import { readdirSync } from 'node:fs';

/** Files of the built web that are not under /assets/, as addresses. What begins with a dot is the build's own. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => `/${entry.name}`)
    .sort();

/** CloudFront's JavaScript. Only for the web's own behaviour: addresses under /v1 never come through it. */
export const pagesFunction = (files: readonly string[]): string => `// Made by infra/aws/pages.ts.
const FILES = ${JSON.stringify(files)};
function handler(event) {
  const request = event.request;
  if (!request.uri.startsWith('/assets/') && !FILES.includes(request.uri)) request.uri = '/index.html';
  return request;
}
`;
