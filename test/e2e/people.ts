// A person using a browser, for readable journeys: opens pages, presses buttons, types, reads.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Spawned } from '../spawned.ts';
import { type Look, loaded, open } from './visit.ts';

/** A string must match the whole text; a pattern may match a part of it. */
type Words = string | RegExp;

interface UploadFile {
  readonly name: string;
  readonly mimeType: string;
  readonly text: string;
}

export interface Person {
  readonly page: Page;
  /** Opens a path of the website. */
  at(path: string): Promise<void>;
  /** Presses the button or link with this text. */
  press(words: Words): Promise<void>;
  /** Opens the collapsed section with this heading. */
  expand(words: Words): Promise<void>;
  type(label: Words, text: string): Promise<void>;
  choose(label: Words): Promise<void>;
  /** Chooses an option of a select list. */
  pick(label: Words, option: string): Promise<void>;
  /** Chooses a file. */
  upload(label: Words, file: UploadFile): Promise<void>;
  /** Waits until this text is on the page; it may be part of a sentence. */
  reads(words: Words): Promise<void>;
  /** The cells of the table row with this row header. */
  row(first: RegExp): Promise<string[]>;
  /** Waits until the page has this main heading. */
  isAt(heading: Words): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 30_000;

const exactly = (words: Words) => ({ exact: typeof words === 'string' });

/** Signs somebody in through the sign-in service; `who` is a persona key or the email of somebody imported. */
export async function person(browser: Browser, kitty: Spawned, who: string, look: Look = {}): Promise<Person> {
  const context = await open(browser, look);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
  await page.goto(`${kitty.url}/local/sign-in?as=${encodeURIComponent(who)}&to=/`);
  await page.waitForURL((at) => at.pathname === '/');
  await page.getByRole('button', { name: /sign out/i }).waitFor();
  // The page moves the focus to its heading when it has loaded, which would interrupt typing.
  await loaded(page);
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
    expand: (words) => main.getByRole('group').getByText(words, exactly(words)).first().click(),
    type: (label, text) => field(label).fill(text),
    choose: (label) => field(label).check(),
    async pick(label, option) {
      await field(label).selectOption({ label: option });
    },
    upload: (label, { name, mimeType, text }) =>
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
      expect(pageErrors).toEqual([]);
    },
  };
}
