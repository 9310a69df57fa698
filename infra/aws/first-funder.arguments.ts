// The arguments of npm run first-funder: the user to create, and in which deployment.
import { parseArgs } from 'node:util';
import { ROLES } from '../../functions/platform/actor.ts';
import type { WantedUser } from './create-user.ts';
import { targetOf } from './operator.ts';

const text = { type: 'string' } as const;

/** Throws an Error that says what is wrong, before anything is sent to AWS. */
export function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { stage: text, place: text, region: text, email: text, name: text, group: text, funder: text },
  });
  const target = targetOf(values);
  const { email = '', name = '', group = 'funder', funder = target.place } = values;
  if (!/^[^\s@#]+@[^\s@#]+\.[^\s@#]+$/.test(email))
    throw new Error(`“${email}” is no email address: say --email fay@council.example.`);
  if (name.trim() === '') throw new Error('Say --name, by which others know this person: --name Fay.');
  const role = ROLES.find((one) => one === group);
  if (!role) throw new Error(`There is no group “${group}”: say --group ${ROLES.join(', --group ')}.`);
  if (values.funder !== undefined && role !== 'funder') throw new Error('--funder is for --group funder only.');
  if (!/^[a-z][a-z0-9-]{0,98}[a-z0-9]$/.test(funder))
    throw new Error(`“${funder}” cannot name a funding body: say --funder with small letters, digits and hyphens.`);
  const wanted: WantedUser = { email, name: name.trim(), role, funder: role === 'funder' ? funder : undefined };
  return { target, wanted };
}
