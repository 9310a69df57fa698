// The form to vote: the choices, and the fields of the one that is chosen.

import { pounds } from '../../../../functions/kernel/money.ts';
import { type CommandState, isUnderWay } from '../../api/command.ts';
import type { ProposalPage } from '../../api/types.ts';
import { BigChoices } from '../../components/big-choices.tsx';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { Details } from '../../components/details.tsx';
import { Input } from '../../components/input.tsx';
import { Say } from '../../components/say.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf } from '../../shell/errors.ts';
import { shellText } from '../../shell/shell.text.ts';
import { instant } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { accessText } from '../../text/words.text.ts';
import { shareAtMost } from './cost.ts';
import { dealOf } from './deal.ts';
import { type Choice, comingOptions, optionsFor } from './vote-choice.ts';
import { voteFormText as t } from './vote-form.text.ts';
import type { VoteForm } from './vote-form.ts';

interface VoteFieldsProps {
  readonly proposal: ProposalPage;
  readonly form: VoteForm;
  readonly vote: CommandState;
  /** Keeps the earlier vote. */
  readonly onKeep?: () => void;
}

export function VoteFields({ proposal, form, vote, onKeep }: VoteFieldsProps) {
  const { choice, errors, set } = form;
  const isWaiting = proposal.status === 'waiting';
  const options = isWaiting ? comingOptions() : optionsFor(proposal);
  const isQuiet = choice === 'talk' && form.isLast;
  const isBusy = isUnderWay(vote);
  return (
    <form onSubmit={form.submit} noValidate>
      <BigChoices
        id="choice"
        name="choice"
        legend={say(isWaiting ? t.comingQuestion : t.question)}
        hint={form.isLast ? say(t.lastHint) : undefined}
        error={errorOf(errors, 'choice')}
        items={options}
        value={choice}
        onChange={(value) => set({ choice: options.find((option) => option.value === value)?.value })}
      />
      {choice === 'talk' && (
        <Say text={form.isLast ? t.talkLast : t.talkExplained} params={{ when: instant(proposal.closesAt) }} />
      )}
      {choice === 'coming' && <ComingFields proposal={proposal} form={form} />}
      {choice !== undefined && !isQuiet && <Reason choice={choice} form={form} />}
      <div class="kitty-actions">
        <Button class="kitty-button--big">{say(buttonWords(isBusy, isQuiet, form))}</Button>
        {onKeep && (
          <Button type="button" variant="secondary" onClick={onKeep}>
            {say(t.keep)}
          </Button>
        )}
      </div>
    </form>
  );
}

const buttonWords = (isBusy: boolean, isQuiet: boolean, { before }: VoteForm) => {
  if (isBusy) return shellText.sending;
  if (isQuiet) return t.doNotVote;
  return before ? t.sendChange : t.send;
};

function ComingFields({ proposal, form }: Pick<VoteFieldsProps, 'proposal' | 'form'>) {
  const deal = dealOf(proposal);
  return (
    <>
      {form.hasLimit && deal && (
        <Input
          id="limit"
          name="limit"
          label={say(t.limit)}
          labelSize="s"
          hint={say(t.limitHint, { fewest: pounds(shareAtMost(deal, deal.minPeople)) })}
          error={errorOf(form.errors, 'limit')}
          prefix={say(t.pound)}
          inputMode="decimal"
          width={5}
          value={form.limit}
          onInput={(limit) => form.set({ limit })}
        />
      )}
      <AccessNeeds form={form} />
    </>
  );
}

const features = Object.entries(accessText);

const AccessNeeds = ({ form }: Pick<VoteFieldsProps, 'form'>) => (
  <Details summary={say(t.needsOpen)}>
    <Checkboxes
      id="needs"
      name="needs"
      legend={say(t.needs)}
      legendSize="s"
      small
      hint={form.before === 'coming' ? `${say(t.needsHint)} ${say(t.needsAgain)}` : say(t.needsHint)}
      values={form.needs}
      onChange={(needs) => form.set({ needs })}
      items={features.map(([value, words]) => ({ value, text: say(words) }))}
    />
  </Details>
);

const Reason = ({ choice, form }: { choice: Choice; form: VoteForm }) => (
  <Textarea
    id="reason"
    name="reason"
    label={say(choice === 'talk' ? t.reasonTalk : t.reason)}
    labelSize="s"
    hint={say(t.reasonHint)}
    error={errorOf(form.errors, 'reason')}
    rows={3}
    value={form.reason}
    onInput={(reason) => form.set({ reason })}
  />
);
