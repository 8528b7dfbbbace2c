import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Emulators } from "./emulators.ts";
import { stateFolder } from "./paths.ts";

const data = join(stateFolder, "dev", "data");
const old = `${data}.old`;

/** Where the inbox of `npm start` keeps its mails. */
export const keptMails = join(stateFolder, "dev", "mails");

/** The export that `npm start` goes on from, if there is one. */
export function keptData(): string | undefined {
  // The last stop was cut off between its two renames.
  if (!existsSync(data) && existsSync(old)) renameSync(old, data);
  return existsSync(data) ? data : undefined;
}

/** Drops what earlier starts have kept. */
export function dropData(): void {
  for (const folder of [data, old, keptMails]) rmSync(folder, { recursive: true, force: true });
}

/** Keeps what the emulators hold for next time. The old export goes once the new is complete. */
export async function save(emulators: Emulators): Promise<void> {
  const fresh = `${data}.new`;
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  await emulators.export(fresh);
  if (existsSync(data)) renameSync(data, old);
  renameSync(fresh, data);
  rmSync(old, { recursive: true, force: true });
}
