// Findings of cdk-nag that we accept, each with the reason beside the construct that has it.
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Finding's exact id → why it is right as it is. */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason });
}
