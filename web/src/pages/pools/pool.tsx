// /pools/:id: what I need to do, how much there is and how much is mine, what is next; then everything else.
import { useRoute } from 'preact-iso';
import { useLoad } from '../../api/load.ts';
import type { Commission, Pool } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { readerId, standingIn } from '../../shell/reader.ts';
import { Loaded } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { LeavingSentence } from './members-only.tsx';
import { poolText as t } from './pool.text.ts';
import { PoolActions } from './pool-actions.tsx';
import { PoolCommissions } from './pool-commissions.tsx';
import { PoolMembers } from './pool-members.tsx';
import { MyMoneyHere, OurMoney } from './pool-money.tsx';
import { PoolNext } from './pool-next.tsx';
import { PoolProposals } from './pool-proposals.tsx';
import { PoolTodos } from './pool-todos.tsx';
import { todosOf } from './todos.ts';
import { WithCommissions } from './with-commissions.tsx';

export function PoolPage() {
  const { params } = useRoute();
  const pool = useLoad('GET /v1/pools/{id}', { params: { id: params.id ?? '' } });
  return (
    <Loaded of={pool}>
      {(value) => (
        <WithCommissions ids={idsToRead(value)}>
          {(commissions) => <PoolShown pool={value} commissions={commissions} />}
        </WithCommissions>
      )}
    </Loaded>
  );
}

/** Commissions that are over are left out. */
const idsToRead = ({ commissions }: Pool): string[] =>
  commissions
    .filter(({ status, heldPence }) => status === 'requested' || status === 'accepted' || heldPence > 0)
    .map(({ id }) => id);

interface PoolShownProps {
  readonly pool: Pool;
  readonly commissions: readonly Commission[];
}

function PoolShown({ pool, commissions }: PoolShownProps) {
  const standing = standingIn(pool);
  const isMember = standing === 'member';
  const isInside = standing !== 'outside';
  return (
    <Page
      wide
      title={pool.name}
      back={isInside ? { href: '/my-pools', label: say(t.myPools) } : { href: '/place' }}
      words={['pool', 'free', 'session', 'enterprise', 'agreement']}
    >
      <p class="govuk-body-l">{pool.purpose}</p>
      {standing === 'leaving' && <LeavingSentence pool={pool} />}
      {isInside ? (
        <PoolTodos pool={pool} todos={todosOf(pool, commissions, readerId(), isMember)} />
      ) : (
        <Say text={t.outside} />
      )}
      <div class="kitty-halves">
        <OurMoney pool={pool} />
        {isInside && <MyMoneyHere pool={pool} isMember={isMember} />}
      </div>
      <PoolNext commissions={commissions} isMember={isMember} />
      {isInside && <PoolProposals pool={pool} isMember={isMember} />}
      <PoolCommissions commissions={pool.commissions} />
      {isInside && (
        <div class="kitty-halves">
          <PoolMembers members={pool.members} isMember={isMember} />
          <PoolActions pool={pool} isMember={isMember} />
        </div>
      )}
    </Page>
  );
}
