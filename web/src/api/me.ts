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
  void call('GET /v1/me', {}).then((result) => {
    if (result.type === 'ok') me.value = result.value;
  });
});
