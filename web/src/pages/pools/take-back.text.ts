// The words of taking one's own free money back from a pool.
import { texts } from '../../text/texts.ts';

export const takeBackText = texts({
  title: ['Take money back', 'Take money back'],
  intro: [
    'You can take back what is free. What is set aside for sessions stays in the pool.',
    'You can take your free money. Money kept for sessions stays here.',
    'money',
  ],
  nothing: [
    'You have no free money in this pool, so there is nothing to take back now.',
    'You have no free money here. There is nothing to take back.',
    'money',
  ],
  backToPool: ['Go back to the pool', 'Go back to the pool'],
  which: ['Which of your money do you want to take back?', 'Which money do you want back?'],
  whichError: ['Choose which money you want to take back', 'Choose which money you want back'],
  lot: ['{sum} is free.', '{sum} is free.'],
  howMuch: ['How much do you want to take back?', 'How much do you want back?'],
  howMuchHint: ['{sum} of your money from {stream} is free.', 'You can take up to {sum}. It is from {stream}.'],
  pound: ['£', '£'],
  amountError: ['Enter an amount in pounds, such as 20 or 12.50', 'Write how many pounds. For example 20 or 12.50'],
  tooMuchError: ['Enter {sum} or less, which is what is free', 'You can only take {sum} or less'],
  checkTitle: ['Check before you take money back', 'Is this right?'],
  from: ['Goes back to', 'Goes back to'],
  amount: ['How much', 'How much'],
  leaves: ['Still free in the pool', 'Still free in the pool'],
  send: ['Take {sum} back', 'Take {sum} back'],
  done: ['You have taken {sum} back.', 'You took {sum} back.'],
});
