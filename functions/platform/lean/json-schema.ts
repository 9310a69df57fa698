// Stands in the Lambda bundles for zod's JSON Schema generator (see infra/lean.ts): OpenAPI is made at build time.

const none = (): never => {
  throw new Error('the JSON Schema generator is left out of this bundle');
};

export const toJSONSchema = none;
export const createToJSONSchemaMethod = () => none;
export const createStandardJSONSchemaMethod = () => none;
