// Starts a real Chromium: on Linux x64 the one from the npm packages, elsewhere the installed Chrome.
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** No flags that turn security off: the pages' Content Security Policy is part of what is tested. */
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

interface Chrome {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Environment variables that the package sets; restored afterwards, because every process that a test starts inherits them. */
const TOUCHED = ['AWS_LAMBDA_JS_RUNTIME', 'TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'] as const;

/** Path and environment of the bundled browser, unpacked on first use; undefined where the installed Chrome is used. */
export async function bundledChrome(): Promise<Chrome | undefined> {
  if (process.env.CHROME_PATH) return { path: process.env.CHROME_PATH, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const before = TOUCHED.map((name) => [name, process.env[name]] as const);
  const folder = join(tmpdir(), 'kitty-chromium');
  mkdirSync(folder, { recursive: true });
  try {
    // Makes the package also unpack the system libraries that a minimal system lacks.
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
