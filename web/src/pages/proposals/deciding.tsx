// How the group decides and by when; who has voted and who not yet; and what people say.
import type { ProposalPage } from '../../api/types.ts';
import { Picture, type PictureName } from '../../components/picture.tsx';
import { Say } from '../../components/say.tsx';
import { instant } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { dealOf } from './deal.ts';
import { nameIn, namesIn } from './people.ts';
import { voteText as t } from './vote.text.ts';
import type { VoteProps } from './vote-props.ts';

export function HowDecided({ proposal }: { readonly proposal: ProposalPage }) {
  if (proposal.status !== 'open') return null;
  return (
    <section aria-labelledby="decide">
      <h2 class="govuk-heading-m" id="decide">
        {say(t.decideHeading)}
      </h2>
      <Say text={t[proposal.decisionRule]} />
      <Say text={t.quorum} params={{ n: proposal.quorum, all: proposal.electors }} />
      <Say text={t.closes} params={{ when: instant(proposal.closesAt) }} />
    </section>
  );
}

const counted = [
  ['agree', 'thumb-up'],
  ['abstain', 'minus'],
  ['disagree', 'thumb-down'],
  ['block', 'hand'],
] as const satisfies readonly (readonly [keyof ProposalPage['votes'], PictureName])[];

export function VotesSoFar({ pool, proposal }: VoteProps) {
  const { status, votes, kind, joining, notYetVoted, reasons } = proposal;
  const deal = dealOf(proposal);
  return (
    <section class="kitty-section" aria-labelledby="votes">
      <h2 class="govuk-heading-m" id="votes">
        {say(status === 'open' ? t.countsHeading : t.countsFinal)}
      </h2>
      <ul class="kitty-facts">
        {counted.map(([choice, picture]) => (
          <Fact key={choice} picture={picture} words={say(t[choice])} count={votes[choice]} />
        ))}
        {kind === 'buy' && <Fact picture="people" words={say(t.coming)} count={joining} />}
      </ul>
      {status === 'open' && deal && (
        <Say text={comingWords(joining, deal.minPeople)} params={{ n: joining, least: deal.minPeople }} />
      )}
      {status === 'open' && notYetVoted.length > 0 && (
        <Say text={t.notYet} params={{ names: namesIn(pool, notYetVoted) }} />
      )}
      {reasons.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{say(t.reasons)}</h3>
          <ul class="govuk-list govuk-list--spaced">
            {reasons.map(({ personId, text }) => (
              <li key={personId}>
                <strong>{nameIn(pool, personId)}</strong> <q>{text}</q>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function comingWords(joining: number, least: number) {
  if (joining === 0) return t.comingNone;
  if (joining === 1) return least > 1 ? t.comingOne : t.comingOneEnough;
  return joining < least ? t.comingMore : t.comingEnough;
}

const Fact = ({ picture, words, count }: { picture: PictureName; words: string; count: number }) => (
  <li>
    <Picture name={picture} />
    <span>
      {words} <strong>{count}</strong>
    </span>
  </li>
);
