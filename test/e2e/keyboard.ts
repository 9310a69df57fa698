// Somebody who uses the keyboard alone: everything is reached with Tab and the arrows, and one always sees where one is.
import type { Page } from 'playwright-core';
import { stands } from './visit.ts';

const MAX_TABS = 80;
const MAX_ARROWS = 12;

interface Focus {
  /** As a screen reader would name it. */
  readonly name: string;
  readonly kind: 'control' | 'radio' | 'checkbox' | 'other';
  /** An outline, a ring or a change of the box around it. */
  readonly isVisible: boolean;
}

/** What has the focus, looked at in one moment: a page that is being drawn may move it. */
const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement)) return { name: '', kind: 'other' as const, isVisible: false };
    const labels =
      one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement
        ? [...(one.labels ?? [])]
        : [];
    // A choice draws its ring on the label's box beside the hidden input.
    const isVisible = [one, ...labels].some((part) =>
      [getComputedStyle(part), getComputedStyle(part, '::before')].some(
        ({ outlineStyle, outlineWidth, boxShadow }) =>
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
      ),
    );
    const type = one.getAttribute('type');
    const kind =
      one.matches('input') && (type === 'radio' || type === 'checkbox')
        ? type
        : one.matches('a, button, input, select, textarea, summary')
          ? ('control' as const)
          : ('other' as const);
    const name = one.getAttribute('aria-label') ?? labels[0]?.textContent ?? one.textContent ?? '';
    return { name: name.trim().replaceAll(/\s+/g, ' '), kind, isVisible };
  });

const isCalled = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name.includes(wanted) : wanted.test(name);

interface Keyboard {
  /** Reaches it with Tab and presses Enter. */
  press(name: string | RegExp): Promise<void>;
  /** Reaches a field and types. */
  type(label: string | RegExp, text: string): Promise<void>;
  /** Reaches a group of choices and goes to one of them, among radios with the arrows. */
  choose(name: string | RegExp): Promise<void>;
}

/** `ready` waits until the page is there: whoever tabs through one that is still loading misses what comes later. */
export function keyboard(page: Page, ready: (page: Page) => Promise<void> = stands): Keyboard {
  /** Tabs on until something that is called so has the focus; says what was passed when it never comes. */
  async function reach(wanted: string | RegExp, isChoice: boolean): Promise<void> {
    await ready(page);
    const passed: string[] = [];
    for (let tabs = 0; tabs < MAX_TABS; tabs++) {
      for (let arrows = 0; arrows < MAX_ARROWS; arrows++) {
        const { name, kind, isVisible } = await focus(page);
        const isRight = isChoice ? kind === 'radio' || kind === 'checkbox' : kind === 'control';
        if (isRight && isCalled(name, wanted)) {
          if (!isVisible) throw new Error(`nobody sees that “${name}” has the focus`);
          return;
        }
        passed.push(name.slice(0, 40));
        if (!isChoice || kind !== 'radio') break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`${wanted} is not reached, only: ${passed.join(' | ')}`);
  }
  return {
    async press(name) {
      await reach(name, false);
      await page.keyboard.press('Enter');
    },
    async type(label, text) {
      await reach(label, false);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    async choose(name) {
      await reach(name, true);
      await page.keyboard.press('Space');
    },
  };
}
