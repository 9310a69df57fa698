// Stands in for what the web's modules read from a browser when they are loaded, so that they can be tested without one.
import { vi } from 'vitest';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

vi.stubGlobal('localStorage', storage());
vi.stubGlobal('sessionStorage', storage());
vi.stubGlobal('document', { documentElement: { toggleAttribute: () => true }, createElement: () => ({}) });
vi.stubGlobal('location', { pathname: '/', search: '', origin: 'http://kitty.test' });
vi.stubGlobal('addEventListener', () => undefined);
