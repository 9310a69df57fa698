// How somebody wants to be told of things: what the page starts from, what it finds wrong, and what it sends.
import { describe, expect, test } from 'vitest';
import { contact } from '../../../functions/people/people.schema.ts';
import {
  bodyOf,
  type ContactChoice,
  choiceOf,
  phoneMistake,
  WAYS,
} from '../../../web/src/pages/people/contact-choice.ts';

const text: ContactChoice = { by: 'text', phone: '07700 900123', often: 'at-once' };

describe('the choice', () => {
  test('starts from what is kept, with the number as people write it', () => {
    const kept = { email: 'rosa@example.org', ways: ['email' as const, 'text' as const] };
    expect(choiceOf({ ...kept, by: 'text', phone: '+447700900123', digest: true })).toEqual({
      ...text,
      often: 'daily',
    });
    expect(choiceOf({ ...kept, by: 'email', digest: false })).toEqual({ by: 'email', phone: '', often: 'at-once' });
  });

  test('needs a mobile number for text messages, and minds none that nothing goes to', () => {
    expect(phoneMistake(text)).toBeUndefined();
    expect(phoneMistake({ ...text, phone: ' ' })).toBe('phoneMissing');
    for (const phone of ['020 7946 0018', 'mine', '07700']) {
      expect(phoneMistake({ ...text, phone })).toBe('phoneWrong');
      expect(phoneMistake({ ...text, by: 'email', phone })).toBeUndefined();
    }
  });

  test('as sent is what the API takes, whatever was typed before', () => {
    for (const by of WAYS)
      for (const often of ['at-once', 'daily'] as const) {
        const sent = bodyOf({ by, often, phone: by === 'text' ? ' +44 (0)7700 900 123 ' : 'rubbish' });
        const phone = by === 'text' ? { phone: '+447700900123' } : {};
        expect(contact.parse(sent)).toEqual({ by, digest: often === 'daily', ...phone });
      }
  });
});
