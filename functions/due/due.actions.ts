// What time does: finds the journals in which something is due and sends the step.
import type { World } from '../platform/world.ts';

/** Runs all that is due in one place; answers how many journals were touched. Safe to run twice, or at the same time. */
export async function runDue(_world: World, _place: string): Promise<number> {
  return 0;
}
