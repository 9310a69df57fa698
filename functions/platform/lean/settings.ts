// Stands in the Lambda bundles for the AWS SDK's search for settings (see infra/lean.ts): a Lambda has no profile, no files
// and no machine to ask, only its environment.

interface Wanted<T> {
  readonly environmentVariableSelector: (environment: NodeJS.ProcessEnv) => T | undefined;
  readonly default: T | (() => Promise<T>);
}

const isFunction = <T>(value: T | (() => Promise<T>)): value is () => Promise<T> => typeof value === 'function';

export const loadConfig = <T>({ environmentVariableSelector, default: otherwise }: Wanted<T>) => {
  let found: Promise<T> | undefined;
  const find = async (): Promise<T> =>
    environmentVariableSelector(process.env) ?? (isFunction(otherwise) ? otherwise() : otherwise);
  return (): Promise<T> => {
    found ??= find();
    return found;
  };
};

/** The machine's region: a Lambda's is in its environment. */
export const getInstanceMetadataRegion = async (): Promise<undefined> => undefined;
