import type { Local } from "./localPlatform.ts";

/** Only in builds for this machine: what a deploy builds asks for nothing. */
export const local: Local | undefined =
  import.meta.env.MODE === "emulators" ? await (await fetch("/local.json")).json() : undefined;
