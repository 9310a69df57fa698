// Who is in the pool; with open books also how much each has in it.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Pool } from '../../api/types.ts';
import { Picture } from '../../components/picture.tsx';
import { Say } from '../../components/say.tsx';
import { Table } from '../../components/table.tsx';
import { readerId } from '../../shell/reader.ts';
import { dayInYear } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { poolText as t } from './pool.text.ts';

type Member = Pool['members'][number];

interface PoolMembersProps extends Pick<Pool, 'members'> {
  readonly isMember: boolean;
}

export function PoolMembers({ members, isMember }: PoolMembersProps) {
  const hasOpenBooks = members.some(({ freePence }) => freePence !== undefined);
  return (
    <section class="kitty-section">
      <h2 class="govuk-heading-m">{say(t.members)}</h2>
      {hasOpenBooks ? (
        <Table
          caption={say(t.openBooks)}
          firstCellIsHeader
          head={[{ text: say(t.name) }, { text: say(t.free), numeric: true }, { text: say(t.held), numeric: true }]}
          rows={members.map((member) => [
            { text: nameOf(member) },
            { text: pounds(member.freePence ?? 0), numeric: true },
            { text: pounds(member.heldPence ?? 0), numeric: true },
          ])}
        />
      ) : (
        <ul class="kitty-facts">
          {members.map((member) => (
            <li key={member.personId}>
              <Picture name={member.leavingOn === undefined ? 'person' : 'leave'} />
              <span>{nameOf(member)}</span>
            </li>
          ))}
        </ul>
      )}
      {isMember && members.length === 1 && <Say text={t.alone} />}
    </section>
  );
}

function nameOf({ personId, name, leavingOn }: Member): string {
  const shown = personId === readerId() ? say(t.you, { name }) : name;
  return leavingOn === undefined ? shown : `${shown} – ${say(t.leavingOn, { day: dayInYear(leavingOn) })}`;
}
