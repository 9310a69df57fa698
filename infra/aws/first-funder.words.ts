// The words of npm run first-funder: who is to be made known, and in which Kitty.
import { parseArgs } from 'node:util';
import { ROLES } from '../../functions/platform/actor.ts';
import type { Wanted } from './make-known.ts';
import { whichOf } from './operator.ts';

const text = { type: 'string' } as const;

/** Throws a sentence for what was said wrongly, before AWS is asked for anything. */
export function readWords(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { stage: text, place: text, region: text, email: text, name: text, group: text, funder: text },
  });
  const which = whichOf(values);
  const { email = '', name = '', group = 'funder', funder = which.place } = values;
  if (!/^[^\s@#]+@[^\s@#]+\.[^\s@#]+$/.test(email))
    throw new Error(`“${email}” is no email address: say --email fay@council.example.`);
  if (name.trim() === '') throw new Error('Say --name, by which others know this person: --name Fay.');
  const role = ROLES.find((one) => one === group);
  if (!role) throw new Error(`There is no group “${group}”: say --group ${ROLES.join(', --group ')}.`);
  if (values.funder !== undefined && role !== 'funder') throw new Error('--funder is for --group funder only.');
  if (!/^[a-z][a-z0-9-]{0,98}[a-z0-9]$/.test(funder))
    throw new Error(`“${funder}” cannot name a funding body: say --funder with small letters, digits and hyphens.`);
  const wanted: Wanted = { email, name: name.trim(), role, funder: role === 'funder' ? funder : undefined };
  return { which, wanted };
}
