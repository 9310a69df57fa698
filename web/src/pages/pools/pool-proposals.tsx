// The proposals of a pool that are open or were decided lately, with their status.
import type { Pool, Proposal } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { Tag, type TagColour } from '../../components/tag.tsx';
import { nameIn, readerId } from '../../shell/reader.ts';
import { instant } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { notAgreedText, proposalStatusText } from '../../text/words.text.ts';
import { poolPlansText as t } from './pool-plans.text.ts';

const COLOURS: Readonly<Record<Proposal['status'], TagColour>> = {
  open: 'yellow',
  waiting: 'yellow',
  agreed: 'green',
  'not-agreed': 'red',
  withdrawn: 'grey',
};

export const PoolProposals = ({ pool, isMember }: { readonly pool: Pool; readonly isMember: boolean }) => (
  <section class="kitty-section">
    <h2 class="govuk-heading-m">{say(t.proposals)}</h2>
    {pool.proposals.length === 0 ? (
      <Say text={isMember ? t.noProposals : t.noProposalsNow} />
    ) : (
      <ul class="kitty-cards">
        {pool.proposals.map((proposal) => (
          <li key={proposal.id} class="kitty-card kitty-card--link">
            <h3 class="kitty-card__title">
              <a class="govuk-link" href={`/pools/${pool.id}/proposals/${proposal.id}`}>
                {proposal.title}
              </a>
            </h3>
            <p class="kitty-card__meta">
              <Tag colour={COLOURS[proposal.status]}>{say(proposalStatusText[proposal.status])}</Tag>{' '}
              {proposal.by === readerId()
                ? say(t.youMadeIt)
                : say(t.madeBy, { name: nameIn(pool, proposal.by) ?? say(t.someoneGone) })}
            </p>
            <ProposalState pool={pool} proposal={proposal} />
          </li>
        ))}
      </ul>
    )}
  </section>
);

function ProposalState({ pool, proposal }: { readonly pool: Pool; readonly proposal: Proposal }) {
  const names = (people: readonly string[]): string =>
    people.map((person) => nameIn(pool, person) ?? say(t.someoneGone)).join(', ');
  const { status, electors, notYetVoted, closesAt, missing = [], notAgreedBecause } = proposal;
  if (notAgreedBecause !== undefined) return <Say text={notAgreedText[notAgreedBecause]} />;
  if (status === 'waiting')
    return <Say text={t.waitingFor} params={{ names: names(missing.map(({ personId }) => personId)) }} />;
  if (status !== 'open') return null;
  const n = electors - notYetVoted.length;
  return (
    <>
      <Say text={t.votedOf} params={{ n, all: electors, when: instant(closesAt) }} />
      {notYetVoted.length > 0 && <Say text={t.stillToVote} params={{ names: names(notYetVoted) }} />}
    </>
  );
}
