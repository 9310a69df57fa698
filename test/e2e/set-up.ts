// Before the journeys: the web is built as it is deployed, and the browser unpacked, once for all of them.
import { buildWeb } from '../../infra/web-build.ts';
import { bundledChrome } from './browser.ts';

export default async function setUp(): Promise<void> {
  await buildWeb();
  await bundledChrome();
}
