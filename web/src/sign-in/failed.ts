// Why a sign-in did not come about, as a code that a page turns into words.

export type SignInCode =
  /** This page was opened without a sign-in under way in this tab. */
  | 'not-started'
  /** The person said no at the issuer. */
  | 'cancelled'
  /** The issuer refused, or what came back is not for this tab; starting again may help. */
  | 'refused'
  /** This device's clock is so far out that every token seems to be over. */
  | 'clock-wrong'
  /** The issuer or this site could not be reached. */
  | 'offline'
  /** The browser keeps nothing for this site. */
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
