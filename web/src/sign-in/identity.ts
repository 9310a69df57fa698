// The configuration at /config.json: where people sign in, and which place this is.

/** Endpoints are addresses, or paths on this site. */
export interface IdentityConfig {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly endSessionEndpoint: string;
  readonly clientId: string;
  readonly place: string;
}
