// A real Chromium for journeys: on Linux x64 the one that comes with the packages, elsewhere the Chrome that is installed.
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** None of the flags that switch security off: the pages' own policy is part of what is tested. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

export interface Chrome {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What the package reads and sets in the environment; put back afterwards, or every process that a test starts would feel it. */
const TOUCHED = ['AWS_LAMBDA_JS_RUNTIME', 'TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'] as const;

/** Where the browser is and what it needs around it; undefined: wherever Chrome is installed. Unpacks it on first use. */
export async function bundledChrome(): Promise<Chrome | undefined> {
  if (process.env.CHROME_PATH) return { path: process.env.CHROME_PATH, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const before = TOUCHED.map((name) => [name, process.env[name]] as const);
  const folder = join(tmpdir(), 'kitty-chromium');
  mkdirSync(folder, { recursive: true });
  try {
    // Makes the package unpack the libraries that a bare system lacks, too.
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
    process.env.TMPDIR = folder;
    const { default: packed } = await import('@sparticuz/chromium');
    return {
      path: await packed.executablePath(),
      env: {
        LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
        FONTCONFIG_PATH: join(folder, 'fonts'),
        HOME: folder,
        PATH: process.env.PATH ?? '',
      },
    };
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}

export async function openBrowser(): Promise<Browser> {
  const found = await bundledChrome();
  return chromium.launch({
    args: FLAGS,
    ...(found ? { executablePath: found.path, env: { ...found.env } } : { channel: 'chrome' }),
  });
}
