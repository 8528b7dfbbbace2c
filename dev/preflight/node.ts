import type { Check } from "./check.ts";

/** Cloud Functions run on it, so everything here does. */
const MAJOR = 24;

/** Node 24, which comes with the project: the npm package `node`. */
export function checkNode(version = process.version): Check<string> {
  const right = version.startsWith(`v${MAJOR}.`);
  return {
    what: `Node ${MAJOR}`,
    says: `${version}, ${process.execPath}`,
    found: right ? version : undefined,
    required: true,
    remedy: "Start with npm (npm start, npm test): the project brings its own Node.",
  };
}
