// Before the journeys: the web is built as it is deployed, and the browser unpacked, once for all of them.
import { build } from 'vite';
import { bundledChrome } from './browser.ts';

export default async function setUp(): Promise<void> {
  await build({ configFile: 'web/vite.config.ts', logLevel: 'warn' });
  await bundledChrome();
}
