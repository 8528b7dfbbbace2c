import { useState } from "preact/hooks";
import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from "preact-iso";
import { SessionProvider } from "./core/session.tsx";
import { arrive } from "./core/shell/arrive.ts";
import Broken from "./core/shell/Broken.tsx";
import { Footer } from "./core/shell/Footer.tsx";
import { Header } from "./core/shell/Header.tsx";
import Home from "./core/shell/Home.tsx";
import { MainMenu } from "./core/shell/MainMenu.tsx";
import NotFound from "./core/shell/NotFound.tsx";
import { Offline } from "./core/shell/Offline.tsx";
import { modules } from "./modules.ts";

// What a site publishes is below /sites, and rendered by the server.
const OURS = /^\/(?!sites(\/|$))/;

/** The frame that all pages stand in, and which page stands where. */
export function App() {
  return (
    <SessionProvider>
      <LocationProvider scope={OURS}>
        <a class="skip" href="#main">
          To the content
        </a>
        <Header modules={modules} />
        <MainMenu modules={modules} />
        <main id="main" tabIndex={-1}>
          <Offline />
          <Screen />
        </main>
        <Footer />
      </LocationProvider>
    </SessionProvider>
  );
}

const Start = () => <Home modules={modules} />;

/** Each in an element by which its module's CSS knows it: that stays when another's is loaded. */
const screens = modules.flatMap(({ name, pages }) =>
  pages.map(({ path, component: Component }) => ({
    path,
    component: () => (
      <div class={`of-${name}`}>
        <Component />
      </div>
    ),
  })),
);

/** The page of this address; where it can't be had, what to do. */
function Screen() {
  const { url } = useLocation();
  const [brokenAt, setBrokenAt] = useState<string>();
  if (brokenAt === url) return <Broken />;
  return (
    <ErrorBoundary onError={() => setBrokenAt(url)}>
      <Router onRouteChange={arrive}>
        <Route path="/" component={Start} />
        {screens.map(({ path, component }) => (
          <Route key={path} path={path} component={component} />
        ))}
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  );
}
