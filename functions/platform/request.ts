// A call as the journal knows it.
import type { Request } from '../journal/journal.types.ts';
import type { Actor } from './actor.ts';

export const requestOf = ({ op, bodyHash, actor }: { op: string; bodyHash: string; actor: Actor }): Request => ({
  op,
  body: bodyHash,
  by: actor.by,
  ...(actor.person === actor.by ? {} : { whom: actor.person }),
});
