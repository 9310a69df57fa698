// A handler that does nothing: the lowest possible start.
export const handler = async (): Promise<{ statusCode: number }> => ({ statusCode: 200 });
