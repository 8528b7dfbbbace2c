// Builds the app for this machine into a folder: it is told there of the emulators (local.json).
// `node web/build.ts <folder> --watch` builds again on every save. A deploy runs `vite build web`.
import { build } from "vite";

const [outDir = "", ...words] = process.argv.slice(2);
const watches = words.includes("--watch");

const building = await build({
  configFile: `${import.meta.dirname}/vite.config.ts`,
  mode: "emulators",
  logLevel: "warn",
  // What is told of the emulators stays there.
  build: { outDir, emptyOutDir: !watches, watch: watches ? {} : null },
});
if ("on" in building) {
  building.on("event", (event) => {
    if (event.code === "ERROR") console.error(`The web app was not built: ${event.error.message}`);
  });
  // Ends with whoever started it.
  process.stdin.on("end", () => process.exit()).resume();
}
