import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// `--mode emulators` is what `npm start` and the tests build: it knows of the emulators. A deploy does not.
export default defineConfig({
  root: import.meta.dirname,
  resolve: {
    alias: {
      // As an app would import it that has installed the package.
      "kindling-client": at("../client/src/index.ts"),
      re2js: at("noPatterns.ts"),
    },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // Those that know light-dark(): rewritten for older ones, the theme button would change nothing.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        // What changes less often than the app is fetched less often.
        codeSplitting: {
          groups: [
            { name: "firebase", test: /@firebase|idb/ },
            { name: "preact", test: /preact/ },
            // Many small files are slower than one.
            { name: "core", test: /web\/src\/core\/(?!staff|payments)|client\/src|lucide/ },
          ],
        },
      },
    },
  },
  clearScreen: false,
});
