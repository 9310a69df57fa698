// The security headers of every page and file of the web, the same locally and on CloudFront.

/** `identityOrigin` is where tokens are fetched when that is not this site itself. */
const contentSecurityPolicy = (identityOrigin: string | undefined): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${identityOrigin === undefined ? '' : ` ${identityOrigin}`}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    // Neither Preact nor what Vite adds for preloading writes markup or script addresses, so no policy is named.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** Header name → value. */
export const webHeaders = (identityOrigin?: string): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(identityOrigin),
  // Browsers ignore it over http, so it does no harm locally.
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  // Not no-referrer: browsers would then call the origin of our own forms “null”.
  'referrer-policy': 'same-origin',
  'permissions-policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  // Signing in goes to the issuer and back in the same window, which this allows.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
});
