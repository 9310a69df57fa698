// Stands in the Lambda bundles for the AWS SDK’s event streams (see infra/lean.ts): no operation on a table has one.

const none = (): never => {
  throw new Error('event streams are left out of this bundle');
};

export const EventStreamSerde = none;
export const eventStreamSerdeProvider = none;
