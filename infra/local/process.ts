// Which process is which, on Linux: a number alone may since have been given to another one.
import { readFileSync } from 'node:fs';

/** When a process started, in clock ticks since the machine did; undefined when it has ended. */
export function startOf(pid: number): string | undefined {
  try {
    // After the name, which is in brackets and may hold anything: state, then 18 more fields, then the start.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** The words a process was started with; none when it has ended. */
export function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
