// What falls due is done in every journal, even when one of them is broken.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runDue } from '../../functions/due/due.actions.ts';
import { allocationKey } from '../../functions/journal/journal.types.ts';
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';

let kitty: TestKitty;
beforeAll(async () => {
  kitty = await startKitty();
});
afterAll(() => kitty.stop());

test('a journal that cannot be read stops no other, and the run fails with its error', async () => {
  const funder = await kitty.newPerson('Fay', ['funder']);
  const people: TestPerson[] = [];
  for (const name of ['Ann', 'Bob', 'Cat']) people.push(await kitty.newPerson(name, ['holder']));
  const today = dayOf(kitty.now());
  const header = 'person_ref,name,email,stream,amount_pounds,starts_on,ends_on,instalment,custody,outcomes';
  // They fall due on successive days, so the broken one comes between the others.
  const rows = people.map(
    ({ name, email }, i) => `${name},${name},${email},health,10,${today},${addDays(today, i)},once,funder,fitness`,
  );
  await kitty.call('POST', '/v1/allocations/imports', { as: funder, csv: [header, ...rows].join('\n') });
  const ids: string[] = [];
  for (const person of people) ids.push((await kitty.call('GET', '/v1/allocations', { as: person })).body.items[0].id);
  await kitty.settled();
  const { place, table, journals } = kitty.context;
  const broken = { PK: `${place}#ALLOC#${ids[1]}`, SK: 'E#000000000001' };
  await table.put({ ...broken, op: 'x', h: 'x', v: 1, z: new Uint8Array([1, 2, 3]) });

  kitty.local.clock.advanceDays(5);
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  await expect(runDue(kitty.context, place)).rejects.toThrow('1 journals failed');
  expect(logged.mock.calls.flat().map((line) => JSON.parse(line))).toMatchObject([
    { code: 'journal-failed', message: `journal ${broken.PK} is damaged at seq 1` },
  ]);
  logged.mockRestore();
  for (const id of [ids[0], ids[2]]) {
    const head = await journals.store.head(allocationKey(place, id ?? ''));
    expect(JSON.parse(head?.stateText ?? '{}')).toMatchObject({ ended: true, balancePence: 0, returnedPence: 1000 });
  }
});
