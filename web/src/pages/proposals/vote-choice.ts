// The choices that a person has, and what each is in the API. Pure.
import type { Api } from '../../api/api.ts';
import type { ProposalPage } from '../../api/types.ts';
import type { PictureName } from '../../components/picture.tsx';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { voteFormText as t } from './vote-form.text.ts';

/** `talk` asks for time to talk. The API has no such choice, so it is sent as `abstain` with a reason. */
export type Choice = 'coming' | 'not-coming' | 'agree' | 'abstain' | 'disagree' | 'block' | 'talk';

type SentChoice = Api['PUT /v1/pools/{id}/proposals/{pid}/vote']['body']['choice'];

interface Option {
  readonly value: Choice;
  readonly text: string;
  readonly hint: string;
  readonly picture: PictureName;
}

const disagreeHints = {
  everyone: t.disagreeEveryone,
  consent: t.disagreeConsent,
  'two-thirds': t.disagreeCounted,
  majority: t.disagreeCounted,
} as const satisfies Record<ProposalPage['decisionRule'], Words>;

const blockHints = {
  everyone: t.blockEveryone,
  consent: t.blockConsent,
  'two-thirds': t.blockCounted,
  majority: t.blockCounted,
} as const satisfies Record<ProposalPage['decisionRule'], Words>;

export function optionsFor({ kind, decisionRule }: Pick<ProposalPage, 'kind' | 'decisionRule'>): readonly Option[] {
  const option = (value: Choice, text: Words, hint: Words, picture: PictureName): Option => ({
    value,
    text: say(text),
    hint: say(hint),
    picture,
  });
  return [
    ...(kind === 'buy'
      ? [
          option('coming', t.coming, t.comingHint, 'thumb-up'),
          option('not-coming', t.notComing, t.notComingHint, 'heart'),
        ]
      : [option('agree', t.agree, t.agreeHint, 'thumb-up')]),
    option('abstain', t.abstain, t.abstainHint, 'minus'),
    option('talk', t.talk, t.talkHint, 'talk'),
    option('disagree', t.disagree, disagreeHints[decisionRule], 'thumb-down'),
    option('block', t.block, blockHints[decisionRule], 'hand'),
  ];
}

/** When a proposal has passed and waits for money, only coming or not can be changed, not the choice itself. */
export const comingOptions = (): readonly Option[] => [
  { value: 'coming', text: say(t.come), hint: say(t.comingHint), picture: 'thumb-up' },
  { value: 'not-coming', text: say(t.notCome), hint: say(t.notComingHint), picture: 'minus' },
];

const SENT_CHOICES = {
  coming: 'agree',
  'not-coming': 'agree',
  agree: 'agree',
  abstain: 'abstain',
  talk: 'abstain',
  disagree: 'disagree',
  block: 'block',
} as const satisfies Record<Choice, SentChoice>;

export const sentChoice = (choice: Choice): SentChoice => SENT_CHOICES[choice];

/** Whether a reason asks for time to talk, in plain words or Easy Read. */
const asksToTalk = (reason: string): boolean => t.talkFirst.some((words) => reason.startsWith(words));

/** Somebody's vote as the choice that they made on the page. */
export function choiceOf({ kind, mine }: Pick<ProposalPage, 'kind' | 'mine'>, reason: string): Choice | undefined {
  switch (mine?.choice) {
    case 'agree':
      return kind === 'buy' ? (mine.joining ? 'coming' : 'not-coming') : 'agree';
    case 'abstain':
      return asksToTalk(reason) ? 'talk' : 'abstain';
    case 'disagree':
    case 'block':
      return mine.choice;
    default:
      return undefined;
  }
}

/** The reason as it is sent: on one line and, for `talk`, beginning with the words that ask for it. */
export function reasonToSend(choice: Choice, typed: string): string {
  const line = typed.replaceAll(/\s+/g, ' ').trim();
  return choice === 'talk' ? `${say(t.talkFirst)} ${line}`.trim() : line;
}

/** What somebody had typed as their reason. */
export const typedReason = (reason: string): string =>
  t.talkFirst.reduce((left, words) => (left.startsWith(words) ? left.slice(words.length).trim() : left), reason);
