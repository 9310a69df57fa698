// The frame around every page, and the choice of the page.

import { useEffect, useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, Route, Router } from 'preact-iso';
import { type PageRoute, ROUTES } from './routes.ts';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { stopReading } from './shell/read-aloud.ts';
import { Loading, NotFound, Unloadable } from './shell/states.tsx';
import { signedIn, signIn } from './sign-in/session.ts';

/** Addresses that this app handles; the server answers the others (/local, /docs). */
const PAGE_PATH = /^\/(?!local|docs|openapi|v1)/;

export function App() {
  const [broken, setBroken] = useState(false);
  return (
    <LocationProvider scope={PAGE_PATH}>
      <Header />
      <ErrorBoundary onError={() => setBroken(true)}>
        {broken ? (
          <Unloadable />
        ) : (
          <Router onRouteChange={stopReading}>
            {ROUTES.map((route) => (
              <Route key={route.path} path={route.path} component={route.private ? guarded(route) : route.component} />
            ))}
            <Route default component={NotFound} />
          </Router>
        )}
      </ErrorBoundary>
      <Footer />
    </LocationProvider>
  );
}

const guards = new Map<PageRoute, () => preact.JSX.Element>();

/** Always the same component for a route: a new one would remount the page at every render. */
function guarded(route: PageRoute) {
  const found = guards.get(route) ?? (() => <Guarded route={route} />);
  guards.set(route, found);
  return found;
}

function Guarded({ route: { component: Component } }: { route: PageRoute }) {
  const isIn = signedIn.value;
  // If it fails, /sign-in says why.
  useEffect(() => {
    const to = location.pathname + location.search;
    if (!isIn) signIn(to).catch(() => location.replace(`/sign-in?to=${encodeURIComponent(to)}`));
  }, [isIn]);
  return isIn ? <Component /> : <Loading />;
}
