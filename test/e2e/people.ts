// A person at a browser, in the words of a journey: opens, presses, types, reads.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Spawned } from '../spawned.ts';
import { type Look, open, stands } from './visit.ts';

/** A string is the whole of what is read there; a pattern may be a part of it. */
type Words = string | RegExp;

interface Paper {
  readonly name: string;
  readonly mimeType: string;
  readonly text: string;
}

export interface Person {
  readonly page: Page;
  /** Opens an address of the web. */
  at(path: string): Promise<void>;
  /** Presses a button or follows a link, by its words. */
  press(words: Words): Promise<void>;
  /** Opens what is folded away under these words. */
  unfold(words: Words): Promise<void>;
  type(label: Words, text: string): Promise<void>;
  choose(label: Words): Promise<void>;
  /** Chooses from a list. */
  pick(label: Words, option: string): Promise<void>;
  /** Chooses a file. */
  bring(label: Words, paper: Paper): Promise<void>;
  /** Waits until the words stand on the page, also as a part of a sentence. */
  reads(words: Words): Promise<void>;
  /** What the row of a table says whose first cell reads so, its other cells in order. */
  row(first: RegExp): Promise<string[]>;
  /** Waits for the heading of the page. */
  isAt(heading: Words): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 30_000;

const exactly = (words: Words) => ({ exact: typeof words === 'string' });

/** Somebody who has signed in through the sign-in service: by persona key, or by the email they were imported with. */
export async function person(browser: Browser, kitty: Spawned, who: string, look: Look = {}): Promise<Person> {
  const context = await open(browser, look);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await page.goto(`${kitty.url}/local/sign-in?as=${encodeURIComponent(who)}&to=/`);
  await page.waitForURL((at) => at.pathname === '/');
  await page.getByRole('button', { name: /sign out/i }).waitFor();
  // The page that comes last moves the focus to its heading: whoever types before that is interrupted.
  await stands(page);
  const pressable = (name: Words) =>
    page
      .getByRole('button', { name, ...exactly(name) })
      .or(page.getByRole('link', { name, ...exactly(name) }))
      .first();
  const field = (label: Words) => page.getByLabel(label, exactly(label)).first();
  const main = page.getByRole('main');
  return {
    page,
    async at(path) {
      await page.goto(kitty.url + path);
      await main.getByRole('heading', { level: 1 }).waitFor();
    },
    press: (words) => pressable(words).click(),
    unfold: (words) => main.getByRole('group').getByText(words, exactly(words)).first().click(),
    type: (label, text) => field(label).fill(text),
    choose: (label) => field(label).check(),
    async pick(label, option) {
      await field(label).selectOption({ label: option });
    },
    bring: (label, { name, mimeType, text }) =>
      field(label).setInputFiles({ name, mimeType, buffer: Buffer.from(text) }),
    reads: (words) => main.getByText(words).first().waitFor(),
    async row(first) {
      const cells = main
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: first }) })
        .getByRole('cell');
      await cells.first().waitFor();
      return cells.allInnerTexts();
    },
    isAt: (heading) => page.getByRole('heading', { level: 1, name: heading, ...exactly(heading) }).waitFor(),
    async close() {
      await context.close();
      expect(broken).toEqual([]);
    },
  };
}
