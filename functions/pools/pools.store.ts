// A pool's texts (names, titles, notes, reasons, access needs), its invitation codes, and each person's list of pools.
import * as z from 'zod/mini';
import { personPk } from '../people/people.store.ts';
import type { Table } from '../platform/table.ts';

const storedTexts = z.object({
  name: z.string(),
  purpose: z.string(),
  /** Display names by person, so that a page needs no look-ups. */
  names: z.record(z.string(), z.string()),
  /** Titles by proposal, and the day they were given; a commission has the title of its proposal. */
  titles: z.record(z.string(), z.object({ text: z.string(), on: z.string() })),
});

export interface PoolTexts extends Omit<z.infer<typeof storedTexts>, 'titles'> {
  readonly titles: Readonly<Record<string, string>>;
  readonly titledOn: Readonly<Record<string, string>>;
}

const textPk = (place: string, poolId: string): string => `${place}#POOLTEXT#${poolId}`;
const textKey = (place: string, poolId: string) => ({ PK: textPk(place, poolId), SK: 'A' });

export async function getTexts(table: Table, place: string, poolId: string): Promise<PoolTexts> {
  const item = await table.get(textKey(place, poolId));
  if (!item) return { name: '', purpose: '', names: {}, titles: {}, titledOn: {} };
  const { titles, ...others } = storedTexts.parse(item);
  const of = (name: 'text' | 'on') => Object.fromEntries(Object.entries(titles).map(([id, one]) => [id, one[name]]));
  return { ...others, titles: of('text'), titledOn: of('on') };
}

export async function putTexts(
  table: Table,
  place: string,
  poolId: string,
  initial: Pick<PoolTexts, 'name' | 'purpose' | 'names'>,
): Promise<void> {
  await table.putNew({ ...textKey(place, poolId), ...initial, titles: {} });
}

export const putName = (table: Table, place: string, poolId: string, personId: string, name: string): Promise<void> =>
  table.merge(textKey(place, poolId), [[['names', personId], name]]);

/** Stores a proposal's title, and removes those of proposals and commissions that are over. */
export const putTitle = (
  table: Table,
  place: string,
  poolId: string,
  proposalId: string,
  title: { readonly text: string; readonly on: string },
  finishedIds: readonly string[],
): Promise<void> =>
  table.merge(
    textKey(place, poolId),
    [[['titles', proposalId], title]],
    finishedIds.map((id) => ['titles', id]),
  );

const storedText = z.object({ SK: z.string(), text: z.string() });

/** Stores the note on a proposal. Its key is new with the proposal, so it may be written before the event. */
export const putNote = (table: Table, place: string, poolId: string, proposalId: string, text: string): Promise<void> =>
  table.put({ PK: textPk(place, poolId), SK: `NOTE#${proposalId}`, text });

/**
 * Stores what somebody said with an event that has been written: `REASON#<proposal>#<person>`, `NEEDS#…`, `SESSION#…`. It replaces
 * what they said with an earlier event; sent again, it never replaces what they said with a later one.
 */
export const putText = (
  table: Table,
  place: string,
  poolId: string,
  about: string,
  { seq, text }: { readonly seq: number; readonly text: string },
): Promise<void> => table.putNewer({ PK: textPk(place, poolId), SK: about, text, seq }, 'seq');

export async function getTextsAbout(
  table: Table,
  place: string,
  poolId: string,
  about: string,
): Promise<{ about: string; text: string }[]> {
  const items = await table.query({ pk: textPk(place, poolId), beginsWith: about });
  return items.map((item) => storedText.parse(item)).map(({ SK, text }) => ({ about: SK, text }));
}

const storedCode = z.object({ code: z.string() });
const storedInvitation = z.object({ poolId: z.string() });

/** A request's invitation code: `newCode`, or the one that the same request got before. */
export async function invitationCode(
  table: Table,
  place: string,
  poolId: string,
  idempotencyHash: string,
  newCode: string,
): Promise<string> {
  const existing = await table.putNew({ PK: textPk(place, poolId), SK: `INVITE#${idempotencyHash}`, code: newCode });
  const code = existing ? storedCode.parse(existing).code : newCode;
  await table.putNew({ PK: `${place}#INVITATION#${code}`, SK: 'A', poolId });
  return code;
}

export async function poolIdOfInvitation(table: Table, place: string, code: string): Promise<string | undefined> {
  const item = await table.get({ PK: `${place}#INVITATION#${code}`, SK: 'A' }, true);
  return item && storedInvitation.parse(item).poolId;
}

/** Adds to a person's list. Written before they join; readers check in the journal whether they belong to the pool. */
export const putPoolId = async (table: Table, place: string, personId: string, poolId: string): Promise<void> => {
  await table.putNew({ PK: personPk(place, personId), SK: `POOL#${poolId}` });
};

export async function poolIdsOf(table: Table, place: string, personId: string): Promise<string[]> {
  const items = await table.query({ pk: personPk(place, personId), beginsWith: 'POOL#', consistent: true });
  return items.map((item) => item.SK.slice('POOL#'.length));
}
