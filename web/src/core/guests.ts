import { modules } from "../modules.ts";

/** Brings what a guest has made, in whichever module, into the account that is logged in to. */
export async function adoptGuest(guestToken: string): Promise<void> {
  for (const module of modules) await module.adoptGuest?.(guestToken);
}
