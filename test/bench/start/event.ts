// API Gateway's event (HTTP API, payload 2.0) for GET /v1/health, and the environment that `api` needs.

export const healthEvent = {
  version: '2.0',
  routeKey: '$default',
  rawPath: '/v1/health',
  rawQueryString: '',
  headers: { host: 'kitty.example', accept: 'application/json' },
  requestContext: {
    accountId: '123456789012',
    apiId: 'api',
    domainName: 'kitty.example',
    domainPrefix: 'kitty',
    http: { method: 'GET', path: '/v1/health', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'request',
    routeKey: '$default',
    stage: '$default',
    time: '01/Sep/2026:09:00:00 +0000',
    timeEpoch: 1788253200000,
  },
  isBase64Encoded: false,
};

export const lambdaEnvironment: Readonly<Record<string, string>> = {
  KITTY_STAGE: 'dev',
  KITTY_TABLE: 'kitty',
  KITTY_PLACE: 'place',
  KITTY_PLACES: 'place',
  KITTY_ISSUER: 'https://issuer.example/',
  KITTY_AUDIENCE: 'kitty',
  KITTY_JWKS_URI: 'https://issuer.example/keys',
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'key',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'token',
};
