// What is wrong with the answer to a question about a proposal, in words.
import { today } from '../../api/clock.ts';
import type { FieldError } from '../../shell/errors.ts';
import { say } from '../../text/say.ts';
import {
  exampleDay,
  type ProposalDraft,
  type Question,
  sessionsOf,
  type WrongField,
  wrongFieldsIn,
} from './proposal-draft.ts';
import { proposeText as t } from './propose.text.ts';

const WORDS = {
  sessions: t.sessionsWrong,
  day: t.dayWrong,
  time: t.timeWrong,
  everyOther: t.otherWrong,
  aheadSome: t.aheadWrong,
  note: t.noteWrong,
} as const satisfies Record<WrongField, unknown>;

export function mistakesIn(draft: ProposalDraft, question: Question): FieldError[] {
  const params = { n: sessionsOf(draft) ?? 1, example: exampleDay(today()) };
  return wrongFieldsIn(draft, question).map((field) => ({ field, message: say(WORDS[field], params) }));
}
