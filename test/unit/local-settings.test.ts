// The settings of a local start: what is taken, and what each refusal says.
import { expect, test } from 'vitest';
import { readSettings } from '../../infra/local/settings.ts';

test('nothing set, or set to nothing, means the defaults', () => {
  const defaults = { PORT: 8787, KITTY_DATA: '.kitty', KITTY_TABLE: 'kitty', KITTY_DEMO: 'load' };
  expect(readSettings({})).toEqual(defaults);
  expect(readSettings({ PORT: '', KITTY_DATA: '', KITTY_TABLE: '', KITTY_DEMO: '', DYNAMODB_ENDPOINT: '' })).toEqual(
    defaults,
  );
});

test('what is set is taken', () => {
  const set = { PORT: '0', KITTY_DATA: '/tmp/x', KITTY_TABLE: 'other', KITTY_DEMO: 'none' };
  const DYNAMODB_ENDPOINT = 'http://localhost:8000';
  expect(readSettings({ ...set, DYNAMODB_ENDPOINT })).toEqual({ ...set, PORT: 0, DYNAMODB_ENDPOINT });
});

test.each(['x', '-1', '65536', '80.5', '1e3', '0x50', ' 80'])('PORT=%j is refused by name', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow('PORT must be a whole number from 0 (any free port) to 65535.');
});

test.each(['nowhere', 'localhost:8000', 'ftp://localhost'])('DYNAMODB_ENDPOINT=%j is refused by name', (value) => {
  expect(() => readSettings({ DYNAMODB_ENDPOINT: value })).toThrow('DYNAMODB_ENDPOINT must be an address such as');
});

test('any other choice for KITTY_DEMO or KITTY_TABLE is refused by name', () => {
  expect(() => readSettings({ KITTY_DEMO: 'off' })).toThrow('KITTY_DEMO must be none (no demo place) or load.');
  expect(() => readSettings({ KITTY_TABLE: 'a b' })).toThrow('KITTY_TABLE must be 3 to 255 letters');
});
