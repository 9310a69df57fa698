// One line of JSON a log entry, each with a code. Never a person's data: only codes, ids of requests and error names.

export function logError(code: string, error: unknown): void {
  const stack = error instanceof Error ? error.stack : undefined;
  const name = error instanceof Error ? error.name : typeof error;
  // Own error messages carry ids at most; those of libraries may quote input, so only ours (plain Error) are kept.
  const where = stack
    ?.split('\n')
    .slice(1, 6)
    .map((line) => line.trim());
  const message = error instanceof Error && error.name === 'Error' ? error.message : undefined;
  console.error(JSON.stringify({ level: 'error', code, name, message, where }));
}

export function logInfo(code: string, facts: Readonly<Record<string, string | number>> = {}): void {
  console.log(JSON.stringify({ level: 'info', code, ...facts }));
}
