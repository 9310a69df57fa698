// Who is signed in, read once for the whole page.
import { effect, signal } from '@preact/signals';
import { signedIn } from '../sign-in/session.ts';
import { call } from './call.ts';
import type { Me } from './types.ts';

export const me = signal<Me | undefined>(undefined);

effect(() => {
  if (!signedIn.value) {
    me.value = undefined;
    return;
  }
  void call<Me>({ method: 'GET', path: '/v1/me' }).then((answer) => {
    if (answer.is === 'ok') me.value = answer.value;
  });
});
