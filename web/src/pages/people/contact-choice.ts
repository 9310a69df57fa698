// How somebody wants to get notifications, as typed: what is wrong with it, and the body to send. Pure.
import { formatMobile, normaliseMobile } from '../../../../functions/kernel/phone.ts';
import type { MyContact } from '../../api/types.ts';

export const WAYS: readonly MyContact['by'][] = ['email', 'text', 'none'];

export interface ContactChoice {
  readonly by: MyContact['by'];
  readonly phone: string;
  readonly often: 'at-once' | 'daily';
}

export const choiceOf = ({ by, phone = '', digest }: MyContact): ContactChoice => ({
  by,
  phone: formatMobile(phone),
  often: digest ? 'daily' : 'at-once',
});

/** The number matters only when text messages are chosen. */
export function phoneMistake({ by, phone }: ContactChoice): 'phoneMissing' | 'phoneWrong' | undefined {
  if (by !== 'text') return undefined;
  if (phone.trim() === '') return 'phoneMissing';
  return normaliseMobile(phone) === undefined ? 'phoneWrong' : undefined;
}

export const bodyOf = ({ by, phone, often }: ContactChoice) => ({
  by,
  ...(by === 'text' ? { phone: phone.trim() } : {}),
  digest: often === 'daily',
});
