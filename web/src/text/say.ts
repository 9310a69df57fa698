// Gives the words of a text, filled in: plain or Easy Read, by the switch, which is remembered.
import { effect, signal } from '@preact/signals';
import type { Text } from './texts.ts';

const STORAGE_KEY = 'kitty.easy-read';

export const easyRead = signal(localStorage.getItem(STORAGE_KEY) === 'yes');

effect(() => {
  localStorage.setItem(STORAGE_KEY, easyRead.value ? 'yes' : 'no');
  // The style sheet uses this attribute: larger type, more space.
  document.documentElement.toggleAttribute('data-easy', easyRead.value);
});

export type Params = Readonly<Record<string, string | number>>;

export function say(text: Text, params: Params = {}): string {
  const words = easyRead.value ? text[1] : text[0];
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** The text for one thing, or for any other number of them; `{n}` is the number. */
export const sayCount = (n: number, one: Text, many: Text, params: Params = {}): string =>
  say(n === 1 ? one : many, { ...params, n });
