// The claims in the token of somebody who signs in with Cognito: who they are in Kitty, and nothing that they can choose themselves.
import { describe, expect, test } from 'vitest';
import { putPerson } from '../../functions/people/people.store.ts';
import { signIn } from '../../functions/people/sign-in.actions.ts';
import { claimsOverride, readSignIn } from '../../functions/platform/sign-in.ts';
import type { Item, Key, Table } from '../../functions/platform/table.ts';

/** The operations of the table that signing in needs. */
function memoryTable(): Table {
  const items = new Map<string, Item>();
  const nameOf = ({ PK, SK }: Key) => `${PK} ${SK}`;
  const table: Pick<Table, 'get' | 'putNew'> = {
    get: async (key) => items.get(nameOf(key)),
    putNew: async (item) => {
      const was = items.get(nameOf(item));
      if (!was) items.set(nameOf(item), item);
      return was;
    },
  };
  return table as Table;
}

/** As Cognito sends it before it makes a token (trigger version 2). */
const eventOf = (attributes: Readonly<Record<string, string>>, groups: readonly string[] = []) => ({
  version: '2',
  triggerSource: 'TokenGeneration_HostedAuth',
  region: 'eu-west-2',
  userPoolId: 'pool',
  userName: 'sub',
  callerContext: { awsSdkVersion: '1', clientId: 'web' },
  request: {
    userAttributes: { sub: 'sub', 'cognito:user_status': 'CONFIRMED', email_verified: 'true', ...attributes },
    groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [] },
    scopes: ['openid'],
  },
  response: { claimsAndScopeOverrideDetails: null },
});

async function tokenOf(context: { table: Table; place: string }, event: unknown) {
  const who = await signIn(context, readSignIn(event));
  return who.ok ? claimsOverride(event, who.value) : who.refusal.code;
}

const kitty = async () => {
  const context = { table: memoryTable(), place: 'barking' };
  await putPerson(context.table, context.place, { personId: 'ana', name: 'Ana', email: 'ana@kitty.example' });
  return context;
};

const says = (claims: Readonly<Record<string, string>>, groups: readonly string[]) => ({
  response: {
    claimsAndScopeOverrideDetails: {
      idTokenGeneration: { claimsToAddOrOverride: claims },
      groupOverrideDetails: { groupsToOverride: groups },
    },
  },
});

describe('signing in', () => {
  test('an imported person is a holder of the place, whatever the case of their address', async () => {
    expect(await tokenOf(await kitty(), eventOf({ email: 'Ana@Kitty.example' }))).toMatchObject(
      says({ kitty_person: 'ana', kitty_place: 'barking' }, ['holder']),
    );
  });

  test('the event is answered in the form that Cognito expects', async () => {
    const { response: _, ...event } = eventOf({ email: 'ana@kitty.example' });
    expect(await tokenOf(await kitty(), event)).toMatchObject(event);
  });

  test('somebody whom the place does not know gets no token', async () => {
    expect(await tokenOf(await kitty(), eventOf({ email: 'ben@kitty.example' }))).toBe('not-found');
  });

  test('an address that is not verified gets no token', async () => {
    const event = eventOf({ email: 'ana@kitty.example', email_verified: 'false' }, ['funder']);
    expect(await tokenOf(await kitty(), event)).toBe('not-found');
  });

  test('a funder whom an operator put into the group is stored when they first sign in, and is the same person afterwards', async () => {
    const context = await kitty();
    const event = eventOf({ email: 'fay@council.example', name: 'Fay', 'custom:kitty_funder': 'council' }, ['funder']);
    const [first, second] = [await tokenOf(context, event), await tokenOf(context, event)];
    expect(first).toMatchObject(says({ kitty_place: 'barking', kitty_funder: 'council' }, ['funder']));
    expect(second).toEqual(first);
  });

  test('only funders get the claim of a funding body, and groups that Kitty does not know are left out', async () => {
    const event = eventOf({ email: 'ana@kitty.example', 'custom:kitty_funder': 'council' }, ['broker', 'admins']);
    const token = await tokenOf(await kitty(), event);
    expect(token).toMatchObject(says({ kitty_person: 'ana' }, ['broker']));
    expect(JSON.stringify(token)).not.toContain('"kitty_funder":');
  });

  test('any other event throws', () => {
    expect(() => readSignIn({ request: {} })).toThrow();
  });
});
