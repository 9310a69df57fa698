// /sign-in?to=: goes to the sign-in service and comes back to where the person was.
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { signIn } from '../../sign-in/session.ts';
import { Failed, SigningIn } from './failed.tsx';

export function SignIn() {
  const { query } = useLocation();
  const [error, setError] = useState<unknown>();
  // Also when somebody is signed in already: they may want to sign in as somebody else.
  useEffect(() => {
    signIn(query.to ?? '/').catch(setError);
  }, [query.to]);
  return error === undefined ? <SigningIn /> : <Failed error={error} />;
}
