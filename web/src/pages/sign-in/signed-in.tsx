// /signed-in: back from the sign-in service, with a code that is exchanged for a token.
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { finishSignIn } from '../../sign-in/session.ts';
import { Failed, SigningIn } from './failed.tsx';

export function SignedIn() {
  const { route } = useLocation();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    finishSignIn().then((to) => route(to, true), setError);
  }, []);
  return error === undefined ? <SigningIn /> : <Failed error={error} />;
}
