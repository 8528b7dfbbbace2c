import { join } from "node:path";

export const root = join(import.meta.dirname, "..");
export const functionsFolder = join(root, "functions");

/** Everything the local platform keeps: data, logs, settings of what is running. Not in git. */
export const stateFolder = join(root, ".kindling");
export const cacheFolder = join(stateFolder, "cache");

/** Where the web app is that a platform serves. */
export const webOf = (platform: string): string => join(stateFolder, platform, "web");
