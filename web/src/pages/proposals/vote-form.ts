// The state of the form to vote: choice, limit, access needs, reason; checks and sends them.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { pounds } from '../../../../functions/kernel/money.ts';
import type { Command } from '../../api/command.ts';
import type { Pool, ProposalPage } from '../../api/types.ts';
import type { FieldError } from '../../shell/errors.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { instant, penceOf, typedPounds } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { costsOf, shareAtMost } from './cost.ts';
import { dealOf } from './deal.ts';
import { type Choice, choiceOf, reasonToSend, sentChoice, typedReason } from './vote-choice.ts';
import { voteFormText as t } from './vote-form.text.ts';

const MAX_REASON = 500;
/** Shorter than the limit, to leave room for the words that ask for time to talk. */
const MAX_TYPED = 440;

interface VoteAnswers {
  readonly choice: Choice | undefined;
  readonly limit: string;
  readonly needs: readonly string[];
  readonly reason: string;
}

/** The state of my vote as a string to compare. */
export const voteState = ({ status, mine, reasons }: ProposalPage): string => JSON.stringify([status, mine, reasons]);

export interface VoteForm extends VoteAnswers {
  readonly errors: readonly FieldError[];
  readonly set: (changes: Partial<VoteAnswers>) => void;
  readonly submit: (event: Event) => void;
  /** My vote so far, as the choice that I made. */
  readonly before: Choice | undefined;
  /** I am the last to vote, so my vote ends the voting. */
  readonly isLast: boolean;
  /** Whether somebody who comes can set a limit on what they pay. */
  readonly hasLimit: boolean;
}

export function useVoteForm(
  pool: Pool,
  proposal: ProposalPage,
  me: string,
  vote: Command<'PUT /v1/pools/{id}/proposals/{pid}/vote'>,
): VoteForm {
  const { route } = useLocation();
  const mine = proposal.reasons.find(({ personId }) => personId === me)?.text ?? '';
  const before = choiceOf(proposal, mine);
  const deal = dealOf(proposal);
  const usualPence = deal ? shareAtMost(deal, deal.minPeople) : 0;
  // Somebody who is asked to agree to more starts from the amount that is needed now.
  const limitPence = Math.max(
    proposal.mine?.upToPence ?? usualPence,
    proposal.status === 'waiting' ? (proposal.myShareAtMostPence ?? 0) : 0,
  );
  const initialAnswers: VoteAnswers = {
    choice: before,
    limit: typedPounds(limitPence),
    needs: [],
    reason: typedReason(mine),
  };
  const [answers, setAnswers] = useState<VoteAnswers>(initialAnswers);
  // What is typed belongs to one state of my vote: when that changes, the form starts from the new state.
  const state = voteState(proposal);
  const startedFrom = useRef(state);
  useEffect(() => {
    if (startedFrom.current === state) return;
    startedFrom.current = state;
    setAnswers(initialAnswers);
  });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const isWaiting = proposal.status === 'waiting';
  const isLast = !isWaiting && proposal.notYetVoted.length === 1 && proposal.notYetVoted[0] === me;
  const hasLimit = deal?.priceModel === 'per-session';
  const { choice } = answers;

  function check(): FieldError[] {
    if (choice === undefined) return [{ field: 'choice', message: say(t.choose) }];
    const found: FieldError[] = [];
    if (choice === 'coming' && hasLimit && deal) {
      const pence = penceOf(answers.limit);
      const [everybody] = costsOf(deal, proposal.electors, []);
      if (pence === undefined) found.push({ field: 'limit', message: say(t.limitWrong) });
      else if (pence < everybody.sharePence)
        found.push({ field: 'limit', message: say(t.limitLow, { least: pounds(everybody.sharePence) }) });
    }
    if (reasonToSend(choice, answers.reason).length > MAX_REASON)
      found.push({ field: 'reason', message: say(t.reasonLong, { n: MAX_TYPED }) });
    return found;
  }

  const submit = (event: Event): void => {
    event.preventDefault();
    const found = check();
    setErrors(found);
    if (found.length > 0 || choice === undefined) return;
    if (choice === 'talk' && isLast) {
      showOnNextPage(say(t.talkLastDone, { when: instant(proposal.closesAt) }));
      route(`/pools/${pool.id}`);
      return;
    }
    const reason = reasonToSend(choice, answers.reason);
    const isComing = choice === 'coming';
    const upToPence = isComing && hasLimit ? penceOf(answers.limit) : undefined;
    vote.send({
      params: { id: pool.id, pid: proposal.id },
      body: {
        choice: (isWaiting && proposal.mine?.choice) || sentChoice(choice),
        joining: isComing,
        ...(upToPence === undefined ? {} : { upToPence }),
        ...(reason === '' ? {} : { reason }),
        ...(isComing && answers.needs.length > 0 ? { accessNeeds: [...answers.needs] } : {}),
      },
    });
  };

  const set = (changes: Partial<VoteAnswers>): void => setAnswers((now) => ({ ...now, ...changes }));
  return { ...answers, errors, set, submit, before, isLast, hasLimit };
}
