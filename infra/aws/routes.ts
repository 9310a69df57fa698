// The API's routes that API Gateway treats differently; a test compares them with the route descriptions.

/** Open to anyone. The Lambda itself reads a token that is sent with them. */
export const OPEN_ROUTES = ['/v1/health', '/v1/offers', '/v1/offers/{id}'] as const;

/** What Lambda `imports` serves. */
export const IMPORT_ROUTES = ['/v1/allocations/imports'] as const;
