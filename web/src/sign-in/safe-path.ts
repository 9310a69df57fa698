// Where a sign-in may lead: paths of this site only. The local server uses it too.

/** The path on this site that `to` means; the start page for anything that could lead elsewhere. */
export function safePath(to: string | null | undefined): string {
  const origin = 'http://kitty.invalid';
  if (!to?.startsWith('/') || !URL.canParse(to, origin)) return '/';
  const url = new URL(to, origin);
  // Browsers read “//” at the start as another server; a path may become that when its dots are resolved.
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}
