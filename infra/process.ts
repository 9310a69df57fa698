// Identifies processes on Linux by id and start time: an id alone may have been reused.
import { readFileSync } from 'node:fs';

/** When a process started, in clock ticks since boot; undefined when it has ended. */
export function startOf(pid: number): string | undefined {
  try {
    // After the command name in brackets: the state, 18 more fields, then the start time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** The command line of a process; empty when it has ended. */
export function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
