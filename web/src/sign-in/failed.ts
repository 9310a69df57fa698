// Why a sign-in failed, as a code.

export type SignInCode =
  /** This page was opened although no sign-in had been started in this tab. */
  | 'not-started'
  /** The person cancelled at the issuer. */
  | 'cancelled'
  /** The issuer refused, or what came back is not for this tab; starting again may help. */
  | 'refused'
  /** This device's clock is so wrong that every token looks expired. */
  | 'clock-wrong'
  /** The issuer or this site could not be reached. */
  | 'offline'
  /** The browser blocks storage for this site. */
  | 'no-storage';

export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
  readonly code: SignInCode;
  /** Where the person wanted to go, to try again from there. */
  readonly to: string;

  constructor(code: SignInCode, to: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.to = to;
  }
}
