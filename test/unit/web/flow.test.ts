// A form of several pages as its pages see it: the way back, the link to change an answer, and what is kept in the tab.
import './browser.ts';
import { h } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { renderToString } from 'preact-render-to-string';
import { beforeEach, expect, test, vi } from 'vitest';
import { type Flow, useFlow } from '../../../web/src/shell/flow.ts';

interface Draft {
  readonly name: string;
  readonly size: string;
  readonly note: string;
}

const EMPTY: Draft = { name: '', size: '', note: '' };

type Question = keyof Draft;

/** A note is asked only of the large. */
const questionsFor = ({ size }: Draft): Question[] => (size === 'large' ? ['name', 'size', 'note'] : ['name', 'size']);

interface Options {
  readonly start?: 'check';
  readonly given?: Partial<Draft>;
}

function flowAt(search: string, options: Options = {}): Flow<Draft, Question> {
  vi.stubGlobal('location', { pathname: '/form', search, origin: 'http://kitty.test' });
  const seen: Flow<Draft, Question>[] = [];
  function Page() {
    seen.push(
      useFlow({
        draftName: 'form',
        empty: EMPTY,
        questionsFor,
        mistakesIn: (draft, question) => (draft[question] === '' ? [{ field: question, message: 'missing' }] : []),
        home: '/home',
        ...options,
      }),
    );
    return null;
  }
  renderToString(h(LocationProvider, null, h(Router, null, h(Route, { path: '/form', component: Page }))));
  const [flow] = seen;
  if (!flow) throw new Error('the page was not drawn');
  return flow;
}

const keep = (draft: Partial<Draft>): void => flowAt('').change(draft);

beforeEach(() => flowAt('').finish());

test('begins with the first question, which leads back to where the form was opened', () => {
  const flow = flowAt('');
  expect(flow.step).toBe('name');
  expect(flow.back.href).toBe('/home');
  expect(flow.mistakes()).toEqual([{ field: 'name', message: 'missing' }]);
});

test('keeps what was typed in the tab until it is sent', () => {
  keep({ name: 'Us' });
  expect(flowAt('').draft).toEqual({ ...EMPTY, name: 'Us' });
  flowAt('').finish();
  expect(flowAt('').draft).toEqual(EMPTY);
});

test('what the address brings replaces what was kept', () => {
  keep({ name: 'Us', size: 'small' });
  expect(flowAt('', { given: { name: 'Them' } }).draft).toEqual({ ...EMPTY, name: 'Them', size: 'small' });
});

test('leads back from each question to the one before', () => {
  keep({ name: 'Us' });
  expect(flowAt('?step=size')).toMatchObject({ step: 'size', back: { href: '/form?step=name' } });
});

test('asks what the answers so far call for', () => {
  keep({ name: 'Us', size: 'large' });
  expect(flowAt('?step=check')).toMatchObject({ step: 'note', back: { href: '/form?step=size' } });
  keep({ size: 'small' });
  expect(flowAt('?step=check')).toMatchObject({ step: 'check', back: { href: '/form?step=size' } });
});

test('an answer that is changed from the last page leads back to that page', () => {
  keep({ name: 'Us', size: 'small' });
  const href = flowAt('?step=check').changeHref('name');
  expect(href).toBe('/form?step=name&then=check');
  expect(flowAt('?step=name&then=check').back.href).toBe('/form?step=check');
  // Another question that must be answered first leads on as usual.
  keep({ name: '' });
  expect(flowAt('?step=size&then=check')).toMatchObject({ step: 'name', back: { href: '/home' } });
});

test('a form that is answered from the start opens with all answers', () => {
  keep({ name: 'Us', size: 'small' });
  expect(flowAt('', { start: 'check' })).toMatchObject({ step: 'check', back: { href: '/home' } });
});
