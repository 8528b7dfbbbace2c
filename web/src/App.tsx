import { ErrorBoundary, LocationProvider, Route, Router } from "preact-iso";
import { SessionProvider } from "./core/session.tsx";
import { arrive } from "./core/shell/arrive.ts";
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
          <ErrorBoundary>
            <Router onRouteChange={arrive}>
              <Route path="/" component={() => <Home modules={modules} />} />
              {modules
                .flatMap(({ pages }) => pages)
                .map(({ path, component }) => (
                  <Route key={path} path={path} component={component} />
                ))}
              <Route default component={NotFound} />
            </Router>
          </ErrorBoundary>
        </main>
        <Footer />
      </LocationProvider>
    </SessionProvider>
  );
}
