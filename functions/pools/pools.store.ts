// A pool's texts (names, titles, notes, reasons, access needs), its invitation codes, and each person's list of pools.
import * as z from 'zod';
import { personPk } from '../people/people.store.ts';
import type { Table } from '../platform/table.ts';

const texts = z.object({
  name: z.string(),
  purpose: z.string(),
  /** Display names by person, so that a page needs no look-ups. */
  names: z.record(z.string(), z.string()),
  /** Titles by proposal, and the day they were given; a commission has the title of its proposal. */
  titles: z.record(z.string(), z.object({ text: z.string(), on: z.string() })),
});

export interface PoolTexts extends Omit<z.infer<typeof texts>, 'titles'> {
  readonly titles: Readonly<Record<string, string>>;
  readonly titledOn: Readonly<Record<string, string>>;
}

const textPk = (place: string, poolId: string): string => `${place}#POOLTEXT#${poolId}`;
const textKey = (place: string, poolId: string) => ({ PK: textPk(place, poolId), SK: 'A' });

export async function getTexts(table: Table, place: string, poolId: string): Promise<PoolTexts> {
  const item = await table.get(textKey(place, poolId));
  if (!item) return { name: '', purpose: '', names: {}, titles: {}, titledOn: {} };
  const { titles, ...others } = texts.parse(item);
  const of = (name: 'text' | 'on') => Object.fromEntries(Object.entries(titles).map(([id, one]) => [id, one[name]]));
  return { ...others, titles: of('text'), titledOn: of('on') };
}

export async function putTexts(
  table: Table,
  place: string,
  poolId: string,
  given: Pick<PoolTexts, 'name' | 'purpose' | 'names'>,
): Promise<void> {
  await table.putNew({ ...textKey(place, poolId), ...given, titles: {} });
}

export const putName = (table: Table, place: string, poolId: string, personId: string, name: string): Promise<void> =>
  table.merge(textKey(place, poolId), [[['names', personId], name]]);

/** Names a proposal, and forgets the titles of those that are over. */
export const putTitle = (
  table: Table,
  place: string,
  poolId: string,
  proposalId: string,
  title: { readonly text: string; readonly on: string },
  over: readonly string[],
): Promise<void> =>
  table.merge(
    textKey(place, poolId),
    [[['titles', proposalId], title]],
    over.map((id) => ['titles', id]),
  );

const note = z.object({ SK: z.string(), text: z.string() });

/** Keeps a text that belongs to one thing of the pool: `NOTE#<proposal>`, `REASON#<proposal>#<person>`, `SESSION#…`. */
export const putText = (table: Table, place: string, poolId: string, about: string, text: string): Promise<void> =>
  table.put({ PK: textPk(place, poolId), SK: about, text });

export async function getTextsAbout(
  table: Table,
  place: string,
  poolId: string,
  about: string,
): Promise<{ about: string; text: string }[]> {
  const items = await table.query({ pk: textPk(place, poolId), beginsWith: about });
  return items.map((item) => note.parse(item)).map(({ SK, text }) => ({ about: SK, text }));
}

const code = z.object({ code: z.string() });
const invited = z.object({ poolId: z.string() });

/** Gives a request its invitation code: the same request always gets the same code, whoever loses the race. */
export async function invitationCode(
  table: Table,
  place: string,
  poolId: string,
  op: string,
  fresh: string,
): Promise<string> {
  const was = await table.putNew({ PK: textPk(place, poolId), SK: `INVITE#${op}`, code: fresh });
  const given = was ? code.parse(was).code : fresh;
  await table.putNew({ PK: `${place}#INVITATION#${given}`, SK: 'A', poolId });
  return given;
}

export async function poolOfInvitation(table: Table, place: string, given: string): Promise<string | undefined> {
  const item = await table.get({ PK: `${place}#INVITATION#${given}`, SK: 'A' }, true);
  return item && invited.parse(item).poolId;
}

/** Remembers that somebody belongs to a pool; written before they join, so the journal has the last word. */
export const putMyPool = async (table: Table, place: string, personId: string, poolId: string): Promise<void> => {
  await table.putNew({ PK: personPk(place, personId), SK: `POOL#${poolId}` });
};

export async function myPoolIds(table: Table, place: string, personId: string): Promise<string[]> {
  const items = await table.query({ pk: personPk(place, personId), beginsWith: 'POOL#', consistent: true });
  return items.map((item) => item.SK.slice('POOL#'.length));
}
