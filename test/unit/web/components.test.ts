// Our components write the markup of the govuk-frontend components whose names they bear.
import { render } from 'preact-render-to-string';
import { describe, expect, test, vi } from 'vitest';
import { drawings, fixturesOf } from './components.fixtures.ts';
import { leftOut } from './components.left-out.ts';
import { normalised } from './components.markup.ts';

// The Easy Read switch is kept in the browser; here there is none.
vi.hoisted(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
  vi.stubGlobal('document', { documentElement: { toggleAttribute: () => true }, createElement: () => ({}) });
});

describe.each(Object.entries(drawings))('%s', (component, draw) => {
  const names = new Set(Object.values(leftOut[component] ?? {}).flat());
  const fixtures = fixturesOf(component);
  const differs = ({ options, html }: (typeof fixtures)[number]) =>
    normalised(render(draw(options))) !== normalised(html);

  test.each(fixtures.filter(({ name }) => !names.has(name)))('is as published: $name', ({ options, html }) => {
    expect(normalised(render(draw(options)))).toBe(normalised(html));
  });

  test('what is left out exists and does differ', () => {
    const known = fixtures.filter(({ name }) => names.has(name));
    expect(known.length).toBe(names.size);
    expect(known.filter((fixture) => !differs(fixture)).map(({ name }) => name)).toEqual([]);
  });
});

test('a missing class, attribute, element, word or space is seen', () => {
  const whole = '<p class="a b" id="x">One <span>two</span> three</p>';
  expect(normalised('<p id="x"\n class="b  a">\n One <span>two</span>\n three </p>')).toBe(normalised(whole));
  for (const other of [
    '<p class="a" id="x">One <span>two</span> three</p>',
    '<p class="a b">One <span>two</span> three</p>',
    '<p class="a b" id="x">One two three</p>',
    '<p class="a b" id="x">One <span>two</span></p>',
    '<p class="a b" id="x">One <span>two</span>three</p>',
  ]) {
    expect(normalised(other)).not.toBe(normalised(whole));
  }
});
