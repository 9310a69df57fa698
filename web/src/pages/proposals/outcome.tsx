// What came of a proposal: agreed, not agreed, withdrawn, or agreed and waiting, with what is missing and what I can do.

import { pounds } from '../../../../functions/kernel/money.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { standingIn } from '../../shell/reader.ts';
import { say } from '../../text/say.ts';
import type { Sentence, Words } from '../../text/texts.ts';
import { notAgreedText } from '../../text/words.text.ts';
import { namesIn } from './people.ts';
import { voteText as t } from './vote.text.ts';
import type { VoteProps } from './vote-props.ts';

interface OutcomeProps extends VoteProps {
  readonly me: string;
}

export function Outcome({ pool, proposal, me }: OutcomeProps) {
  const { status, kind, commissionId, notAgreedBecause: because } = proposal;
  switch (status) {
    case 'open':
      return null;
    case 'waiting':
      return <Waiting pool={pool} proposal={proposal} me={me} />;
    case 'agreed':
      return (
        <div class="kitty-card kitty-card--accent">
          <h2 class="govuk-heading-m">{say(t.agreedTitle)}</h2>
          <Say text={kind === 'buy' ? t.agreedBuy : kind === 'cancel' ? t.agreedCancel : t.agreedAgreement} />
          <div class="kitty-card__foot">
            {commissionId !== undefined && (
              <Button href={`/commissions/${commissionId}`}>{say(t.seeCommission)}</Button>
            )}
            {kind === 'agreement' && pool.pendingAgreement && (
              <Button href={`/pools/${pool.id}/agreement`}>{say(t.sign)}</Button>
            )}
            {commissionId === undefined && <BackToPool pool={pool} />}
          </div>
        </div>
      );
    case 'not-agreed':
    case 'withdrawn':
      return (
        <div class="kitty-card kitty-card--accent">
          <h2 class="govuk-heading-m">{say(titleOf(proposal))}</h2>
          {because !== undefined && <Say text={notAgreedText[because]} />}
          {status === 'withdrawn' && kind !== 'buy' && <Say text={t.withdrawnOther} />}
          <Say text={afterwards(proposal)} />
          <div class="kitty-card__foot">
            <BackToPool pool={pool} />
            {kind === 'buy' && standingIn(pool) === 'member' && (
              <Button href={`/find?pool=${pool.id}`} variant="secondary">
                {say(t.findElse)}
              </Button>
            )}
          </div>
        </div>
      );
  }
}

/** The group may have said yes to something that does not go ahead. */
function titleOf({ status, notAgreedBecause = 'votes' }: VoteProps['proposal']): Words {
  if (status === 'withdrawn') return t.withdrawnTitle;
  return notAgreedBecause === 'votes' ? t.notAgreedTitle : t.notGoingAheadTitle;
}

function afterwards({ kind, status }: VoteProps['proposal']): Sentence {
  if (kind === 'cancel') return t.cancelNotAgreed;
  if (kind === 'agreement') return t.agreementNotAgreed;
  return status === 'withdrawn' ? t.withdrawn : t.notAgreed;
}

const BackToPool = ({ pool }: Pick<VoteProps, 'pool'>) => (
  <Button href={`/pools/${pool.id}`} variant="secondary">
    {say(t.toPool, { pool: pool.name })}
  </Button>
);

function Waiting({ pool, proposal, me }: OutcomeProps) {
  const missing = proposal.missing ?? [];
  const mine = missing.find(({ personId }) => personId === me);
  const lackPence = mine?.minePence ?? 0;
  const others = missing.filter(({ personId }) => personId !== me);
  const lack = others.filter(({ mustAgreeToMore }) => !mustAgreeToMore);
  const mustAgree = others.filter(({ mustAgreeToMore }) => mustAgreeToMore);
  const names = (people: typeof missing): string =>
    namesIn(
      pool,
      people.map(({ personId }) => personId),
    );
  return (
    <div class="kitty-card kitty-card--accent">
      <h2 class="govuk-heading-m">{say(t.waitingTitle)}</h2>
      <Say text={t.waiting} />
      {lackPence > 0 && <Say text={t.youLack} params={{ amount: pounds(lackPence) }} />}
      {mine?.mustAgreeToMore && (
        <Say
          text={t.youMustAgree}
          params={{
            share: pounds(proposal.myShareAtMostPence ?? 0),
            limit: pounds(proposal.mine?.upToPence ?? 0),
          }}
        />
      )}
      {lack.length > 0 && <Say text={t.othersLack} params={{ names: names(lack) }} />}
      {mustAgree.length > 0 && <Say text={t.othersAgree} params={{ names: names(mustAgree) }} />}
      {lackPence > 0 && (
        <div class="kitty-card__foot">
          <Button href={`/pools/${pool.id}/put-in?pence=${lackPence}`}>{say(t.putIn)}</Button>
        </div>
      )}
    </div>
  );
}
