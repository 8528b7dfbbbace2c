// Bundles src/index.ts into lib/index.js: one file to load at a cold start.
// `node build.mjs --watch` builds again on every save, new files included.
import { join } from "node:path";
import { build, context } from "esbuild";

/** @type {import("esbuild").BuildOptions} */
const options = {
  entryPoints: [join(import.meta.dirname, "src/index.ts")],
  outfile: join(import.meta.dirname, "lib/index.js"),
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  // Less to read at a cold start and to hold in memory.
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: "warning",
  // Libraries that are CommonJS inside call require() and look for their own folder.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url); const { filename: __filename, dirname: __dirname } = import.meta;',
  },
};

if (process.argv.includes("--watch")) {
  await (await context(options)).watch();
  // Ends with whoever started it.
  process.stdin.on("end", () => process.exit()).resume();
} else {
  await build(options);
}
