// Logs one line of JSON an entry, each with a code. Never a person's data: only codes, request ids and error names.

export function logError(code: string, error: unknown): void {
  const stack = error instanceof Error ? error.stack : undefined;
  const name = error instanceof Error ? error.name : typeof error;
  // Our own error messages (plain Error) hold ids at most; those of libraries may quote input, so they are not logged.
  const where = stack
    ?.split('\n')
    .slice(1, 6)
    .map((line) => line.trim());
  const message = error instanceof Error && error.name === 'Error' ? error.message : undefined;
  console.error(JSON.stringify({ level: 'error', code, name, message, where }));
}

export function logInfo(code: string, fields: Readonly<Record<string, string | number>> = {}): void {
  console.log(JSON.stringify({ level: 'info', code, ...fields }));
}
