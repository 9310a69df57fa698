// Uses a page by keyboard alone: reaches everything with Tab and the arrow keys, and checks that the focus is visible.
import type { Page } from 'playwright-core';
import { loaded } from './visit.ts';

const MAX_TABS = 80;
const MAX_ARROWS = 12;

interface Focus {
  /** The accessible name. */
  readonly name: string;
  readonly kind: 'control' | 'radio' | 'checkbox' | 'other';
  /** True when an outline or a shadow shows where the focus is. */
  readonly isVisible: boolean;
}

/** The focused element, read in one step, because rendering may move the focus. */
const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement)) return { name: '', kind: 'other' as const, isVisible: false };
    const labels =
      one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement
        ? [...(one.labels ?? [])]
        : [];
    // Radios and checkboxes show the focus on their label, because the input itself is hidden.
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

const matches = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name.includes(wanted) : wanted.test(name);

interface Keyboard {
  /** Moves to it with Tab and presses Enter. */
  press(name: string | RegExp): Promise<void>;
  /** Moves to a field and replaces its text. */
  type(label: string | RegExp, text: string): Promise<void>;
  /** Moves to a radio button or checkbox and chooses it; between radio buttons with the arrow keys. */
  choose(name: string | RegExp): Promise<void>;
}

/** `ready` waits until the page is complete: tabbing through a page that is still loading misses what appears later. */
export function keyboard(page: Page, ready: (page: Page) => Promise<void> = loaded): Keyboard {
  /** Presses Tab until an element with this name has the focus; the error lists what was passed. */
  async function reach(wanted: string | RegExp, isChoice: boolean): Promise<void> {
    await ready(page);
    const passed: string[] = [];
    for (let tabs = 0; tabs < MAX_TABS; tabs++) {
      for (let arrows = 0; arrows < MAX_ARROWS; arrows++) {
        const { name, kind, isVisible } = await focus(page);
        const isRight = isChoice ? kind === 'radio' || kind === 'checkbox' : kind === 'control';
        if (isRight && matches(name, wanted)) {
          if (!isVisible) throw new Error(`the focus on “${name}” is not visible`);
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
