// Stands in the Lambda bundles for classes that the AWS SDK names and never makes with our settings (see infra/lean.ts).

const none = (): never => {
  throw new Error('this part of the AWS SDK is left out of this bundle');
};

/** Chosen by retryMode `adaptive` only. */
export class AdaptiveRetryStrategy {
  readonly made = none();
}

/** For machines without Node's own crypto. */
export class Sha256Js {
  readonly made = none();
}
