// What is proposed in a sentence, with what it costs me; for buying, cancelling and a new agreement.

import { pounds } from '../../../../functions/kernel/money.ts';
import { useLoad } from '../../api/load.ts';
import type { Pool, ProposalPage } from '../../api/types.ts';
import { Details } from '../../components/details.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { Say } from '../../components/say.tsx';
import { dayName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { AgreementWords } from '../pools/agreement-words.tsx';
import { CostCards } from './cost-cards.tsx';
import { dealOf } from './deal.ts';
import { oftenWords } from './often.ts';
import { nameIn } from './people.ts';
import { voteText as t } from './vote.text.ts';
import type { VoteProps } from './vote-props.ts';

export function WhatIsProposed({ pool, proposal }: VoteProps) {
  const by = nameIn(pool, proposal.by);
  return (
    <>
      <Idea pool={pool} proposal={proposal} by={by} />
      {proposal.note !== undefined && (
        <>
          <h2 class="govuk-heading-m">{say(t.noteHeading, { by })}</h2>
          <InsetText class="kitty-note">{proposal.note}</InsetText>
        </>
      )}
    </>
  );
}

function Idea({ pool, proposal, by }: VoteProps & { readonly by: string }) {
  switch (proposal.kind) {
    case 'buy':
      return <ProposedPurchase pool={pool} proposal={proposal} by={by} />;
    case 'cancel':
      return <Cancel pool={pool} proposal={proposal} by={by} />;
    case 'agreement':
      return (
        <>
          <Say text={t.agreementNew} params={{ by }} />
          <h2 class="govuk-heading-m">{say(t.rulesNew)}</h2>
          {proposal.agreement && <AgreementWords agreement={proposal.agreement} />}
          <Details summary={say(t.rulesNow)}>
            <AgreementWords agreement={pool.agreement} />
          </Details>
        </>
      );
  }
}

function ProposedPurchase({ pool, proposal, by }: VoteProps & { readonly by: string }) {
  const deal = dealOf(proposal);
  if (!deal) return null;
  const { sessions, startsOn, time, everyDays, priceModel, pricePence, minPeople, maxPeople, heldAhead } = deal;
  const { title, joining } = proposal;
  const isWaiting = proposal.status === 'waiting';
  const coming = Math.max(minPeople, joining + (proposal.mine?.joining ? 0 : 1));
  const price = priceModel === 'per-person' ? say(t.eachPerson, { price: pounds(pricePence) }) : pounds(pricePence);
  const often = oftenWords(everyDays);
  return (
    <>
      <Say
        class="govuk-body-l"
        text={sessions === 1 ? t.buyOne : t.buyMany}
        params={{
          by,
          title,
          n: sessions,
          day: dayName(startsOn),
          time,
          price,
          Often: often,
          often: often.charAt(0).toLowerCase() + often.slice(1),
        }}
      />
      <Say text={t.places} params={{ least: minPeople, most: maxPeople }} />
      {heldAhead < sessions && <Say text={t.aheadSome} params={{ n: heldAhead }} />}
      <p class="govuk-body">
        <a class="govuk-link" href={`/offers/${deal.offerId}`}>
          {say(t.offerLink, { title })}
        </a>
      </p>
      {/* When the proposal has passed, it is known who comes. */}
      {isWaiting ? (
        <CostCards deal={{ ...deal, minPeople: coming }} members={coming} pool={pool} />
      ) : (
        <CostCards deal={deal} members={proposal.electors} pool={pool} showsShortfall />
      )}
    </>
  );
}

/** An order, or a purchase that waits for money: it has the id that its order would get. */
function Cancel({ pool, proposal, by }: VoteProps & { readonly by: string }) {
  const purchase = waitingPurchase(pool, proposal);
  return purchase ? (
    <>
      <Say class="govuk-body-l" text={t.cancelWaiting} params={{ by, title: purchase.title }} />
      <Say text={t.cancelWaitingMeans} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/pools/${pool.id}/proposals/${purchase.id}`}>
          {say(t.purchaseLink, { title: purchase.title })}
        </a>
      </p>
    </>
  ) : (
    <CancelOrder proposal={proposal} by={by} />
  );
}

const waitingPurchase = ({ id, proposals }: Pool, { commissionId }: ProposalPage) =>
  proposals.find((one) => one.status === 'waiting' && `${id}-${one.id}` === commissionId);

/** Reads the commission for its title: the proposal's own begins with “Cancel:”. */
function CancelOrder({ proposal, by }: { readonly proposal: ProposalPage; readonly by: string }) {
  const commission = useLoad(
    'GET /v1/commissions/{id}',
    proposal.commissionId === undefined ? null : { params: { id: proposal.commissionId } },
  );
  if (commission.state === 'not-found') return <Say text={t.cancelGone} />;
  if (commission.state !== 'ready') return null;
  const { id, title, sessions, cancellation } = commission.value;
  const session = sessions.find(({ n }) => n === proposal.session);
  const params = { by, title, day: session ? dayName(session.on) : '', time: session?.time ?? '' };
  return (
    <>
      <Say class="govuk-body-l" text={session ? t.cancelOne : t.cancelAll} params={params} />
      <Say text={t.cancelBack} />
      {cancellation.chargePercent > 0 && cancellation.hours > 0 && (
        <Say text={t.cancelCharge} params={{ hours: cancellation.hours, percent: cancellation.chargePercent }} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/commissions/${id}`}>
          {say(t.commissionLink, { title })}
        </a>
      </p>
    </>
  );
}
