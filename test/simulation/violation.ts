// What the simulation throws when something is not as the design promises.

export class Violation extends Error {}

export function must(holds: boolean, what: string): void {
  if (!holds) throw new Violation(what);
}
