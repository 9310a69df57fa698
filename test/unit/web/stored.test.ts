// An item in the tab's storage that is broken, or that an older version stored in another shape, is treated as absent.
import './browser.ts';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test, vi } from 'vitest';
import { useCommand } from '../../../web/src/api/command.ts';
import { useDraft } from '../../../web/src/shell/draft.ts';

/** What a hook returns when a page is first drawn. */
function firstResult<Result>(hook: () => Result): Result {
  const results: Result[] = [];
  function Page() {
    results.push(hook());
    return null;
  }
  renderToString(h(Page, null));
  const [result] = results;
  if (result === undefined) throw new Error('the page was not drawn');
  return result;
}

const BROKEN = ['', '{', 'undefined', 'null', '7', '"text"', '[]', '{}'];

describe('whom a supporter acts for', () => {
  const whenLoaded = async (stored: string) => {
    sessionStorage.setItem('kitty.acting-for', stored);
    vi.resetModules();
    const { actingFor } = await import('../../../web/src/api/acting.ts');
    return actingFor.value;
  };

  test('is read when the page is loaded', async () => {
    expect(await whenLoaded('{"personId":"p1","name":"Ann"}')).toEqual({ personId: 'p1', name: 'Ann' });
  });

  test.each([...BROKEN, '{"personId":"p1"}', '{"personId":1,"name":"Ann"}'])('is nobody for %s', async (stored) => {
    expect(await whenLoaded(stored)).toBeUndefined();
  });
});

describe('a request that was sent', () => {
  const stateFor = (stored: string) => {
    sessionStorage.setItem('kitty.command.vote', stored);
    return firstResult(() => useCommand('POST /v1/pools', 'vote', () => undefined)).state;
  };
  // Nobody is signed in here.
  const request = { key: 'k', who: ' ', method: 'POST', path: '/v1/pools', body: {} };

  test('is sent again', () => {
    expect(stateFor(JSON.stringify(request))).toBe('checking');
    expect(stateFor(JSON.stringify({ ...request, body: undefined }))).toBe('checking');
    expect(stateFor(JSON.stringify({ ...request, who: 'other ' }))).toBe('idle');
  });

  test.each([...BROKEN, JSON.stringify({ ...request, path: undefined }), JSON.stringify({ ...request, key: 1 })])(
    'is not for %s',
    (stored) => {
      expect(stateFor(stored)).toBe('idle');
    },
  );
});

describe('a draft', () => {
  const EMPTY = { name: '', people: ['a'], day: { month: '' }, open: false };
  const draftFor = (stored: string) => {
    sessionStorage.setItem('kitty.draft. .form', stored);
    return firstResult(() => useDraft('form', EMPTY))[0];
  };
  const typed = { name: 'Us', people: [], day: { month: '5' }, open: true };

  test('is continued', () => {
    expect(draftFor(JSON.stringify(typed))).toEqual(typed);
  });

  test.each([
    ...BROKEN,
    ...[{ name: 5 }, { name: null }, { people: 'a' }, { people: [1] }, { day: '5' }, { day: {} }, { open: 'yes' }].map(
      (wrong) => JSON.stringify({ ...typed, ...wrong }),
    ),
  ])('begins empty for %s', (stored) => {
    expect(draftFor(stored)).toEqual(EMPTY);
  });
});
