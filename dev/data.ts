import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Emulators } from "./emulators.ts";
import { stateFolder } from "./paths.ts";
import type { PaymentState } from "./payments/simulator.ts";
import type { PlatformName } from "./running.ts";

const data = join(stateFolder, "dev", "data");
const old = `${data}.old`;
const payments = join(stateFolder, "dev", "payments.json");

/** Where the inbox of a platform keeps its mails. */
export const mailsOf = (name: PlatformName): string => join(stateFolder, name, "mails");

/** The export that `npm start` goes on from, if there is one. */
export function keptData(): string | undefined {
  // The last stop was cut off between its two renames.
  if (!existsSync(data) && existsSync(old)) renameSync(old, data);
  return existsSync(data) ? data : undefined;
}

/** Drops what earlier starts of `npm start` have kept. */
export function dropData(): void {
  for (const folder of [data, old]) rmSync(folder, { recursive: true, force: true });
  rmSync(payments, { force: true });
  dropMails("dev");
}

export const dropMails = (name: PlatformName): void =>
  rmSync(mailsOf(name), { recursive: true, force: true });

/** What the payment simulator of `npm start` knew last time. */
export const keptPayments = (): PaymentState | undefined =>
  existsSync(payments) ? (JSON.parse(readFileSync(payments, "utf8")) as PaymentState) : undefined;

/**
 * Keeps what the emulators and the payment simulator hold for next time. The old goes once the new
 * is complete.
 */
export async function save(emulators: Emulators, state: PaymentState | undefined): Promise<void> {
  const fresh = `${data}.new`;
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  await emulators.export(fresh);
  if (existsSync(data)) renameSync(data, old);
  renameSync(fresh, data);
  rmSync(old, { recursive: true, force: true });
  if (state === undefined) return;
  writeFileSync(`${payments}.new`, JSON.stringify(state));
  renameSync(`${payments}.new`, payments);
}
