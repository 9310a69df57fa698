// Stands in the Lambda bundles for the AWS SDK's endpoint rules (see infra/lean.ts): ours is the region's own, or a given one.

interface Where {
  readonly Region?: string;
  /** Given in the settings, for a table that is not AWS's own. */
  readonly Endpoint?: string;
}

interface Endpoint {
  readonly url: URL;
  readonly properties: Readonly<Record<string, never>>;
}

export const defaultEndpointResolver = ({ Region, Endpoint }: Where): Endpoint => ({
  url: new URL(Endpoint ?? `https://dynamodb.${Region}.amazonaws.com`),
  properties: {},
});

/** Which regions lie in which of AWS's partitions: only the rules above would ask. */
export const partitionsInfo = { partitions: [], version: '' };
