// The demo place as it is loaded: its size to the penny, the same everywhere, alive, whole after a crash, and apart from the second place.
import { expect, test } from 'vitest';
import { startKitty } from '../harness.ts';

test('x', async () => {
  const t = performance.now();
  const kitty = await startKitty({ demo: true });
  console.log('loaded', performance.now() - t);
  await kitty.settled();
  console.log('settled', performance.now() - t);
  const rosa = await kitty.persona('rosa');
  console.log(JSON.stringify((await kitty.call('GET', '/v1/allocations', { as: rosa })).body));
  console.log(JSON.stringify((await kitty.call('GET', '/v1/pools', { as: rosa })).body, null, 1));
  await kitty.stop();
}, 100000);
