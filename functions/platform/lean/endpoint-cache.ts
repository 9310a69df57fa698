// Stands in the Lambda bundles for the AWS SDK's cache of discovered endpoints (see infra/lean.ts): ours are not discovered.

export class EndpointCache {
  get(): never {
    throw new Error('endpoint discovery is left out of this bundle');
  }
}
