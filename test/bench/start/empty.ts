// The floor: a handler that does nothing.
export const handler = async (): Promise<{ statusCode: number }> => ({ statusCode: 200 });
