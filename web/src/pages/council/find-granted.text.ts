// The words of finding what was granted to one person, and of reducing it.
import { texts } from '../../text/texts.ts';

export const findGrantedText = texts({
  title: ['What you granted to one person', 'The money of one person'],
  help: [
    'You see what you granted, not what the person does with it.',
    'You see the money that you gave. You do not see what they do with it.',
    'eye',
  ],
  ref: ['Your reference for the person', 'Your number for the person'],
  refHint: ['As it is in your file, in the column person_ref.', 'It is in your file.'],
  refMissing: ['Enter your reference for the person', 'Write the number'],
  find: ['Find', 'Find'],
  looking: ['Looking …', 'Please wait …'],
  failed: ['We could not look just now. Please try again.', 'This did not work. Please try again.', 'warning'],
  nothing: [
    'You have granted nothing to “{ref}”. Check the reference: it must be exactly as in your file.',
    'There is nothing for “{ref}”. Look at your file again.',
    'search',
  ],
  found: ['Granted to “{ref}”', 'Money for “{ref}”'],
  granted: ['{amount} from {start} to {end}', '{amount} from {start} to {end}'],
  reduction: ['{amount} less from {day}', '{amount} less from {day}'],
  reduce: ['Reduce this allocation', 'Make this money less'],
  reduceTitle: ['Reduce it by how much, from when, and why?', 'How much less? When? Why?'],
  reduceHelp: [
    'The person is given notice of at least 28 days. Money that is held for sessions is never touched.',
    'The person must know 28 days before. Money that is held stays.',
    'information',
  ],
  amount: ['Reduce by, in pounds', 'How much less, in pounds'],
  pound: ['£', '£'],
  amountWrong: ['Enter an amount in pounds, such as 120 or 120.50', 'Write an amount. Like 120 or 120.50'],
  amountTooMuch: ['The amount must be {most} or less', 'Write {most} or less'],
  from: ['From which day?', 'From which day?'],
  fromHint: [
    '{first} or later, at least 28 days from today. For example {example}',
    '{first} or later. Like {example}',
  ],
  fromWrong: ['Enter a day that exists, such as {example}', 'Write a day. Like {example}'],
  fromTooSoon: ['The day must be {first} or later', 'The day must be {first} or later'],
  fromTooLate: ['The day must be {last} or earlier, when this allocation ends', 'The day must be {last} or before'],
  reason: ['Reason', 'Why'],
  reasonHint: [
    'It is kept with the reduction. Use 500 characters or fewer.',
    'We keep this. Use 500 letters or fewer.',
  ],
  reasonMissing: ['Enter the reason', 'Write why'],
  reasonLong: ['The reason must be 500 characters or fewer', 'This is too long. Use 500 letters or fewer'],
  send: ['Reduce it', 'Make it less'],
  keep: ['Leave it as it is', 'Do not change it'],
  done: ['The allocation is reduced from the day that you named.', 'It is done. It is less from that day.'],
});
