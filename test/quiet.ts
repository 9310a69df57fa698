// No test prints anything: what Kitty logs is either expected by the test that makes it log, or a fault.
import { afterEach, expect } from 'vitest';

const printed: string[] = [];
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
  console[method] = (...words: unknown[]) => void printed.push(`console.${method}: ${words.join(' ')}`);

afterEach(() => {
  expect(printed.splice(0)).toEqual([]);
});
