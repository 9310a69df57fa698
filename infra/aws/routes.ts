// Which of the API's routes differ for API Gateway; a test compares them with the routes themselves.

/** Open to all. A token sent along is read by the Lambda itself. */
export const OPEN_ROUTES = ['/v1/health', '/v1/offers', '/v1/offers/{id}'] as const;

/** What Lambda `imports` serves. */
export const IMPORT_ROUTES = ['/v1/allocations/imports'] as const;
