import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const client = fileURLToPath(new URL("../client/src/index.ts", import.meta.url));

// `--mode emulators` is what `npm start` and the tests build: it knows of the emulators. A deploy does not.
export default defineConfig({
  root: import.meta.dirname,
  // As an app would import it that has installed the package.
  resolve: { alias: { "kindling-client": client } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
  },
  clearScreen: false,
});
