import { type Check, report } from "./check.ts";
import { checkEmulatorUi, checkFirestoreEmulator, type Emulator } from "./emulators.ts";
import { checkJava, type Java } from "./java.ts";
import { checkNode } from "./node.ts";

/** What the platform needs to know of the machine. */
export interface Machine {
  java: Java;
  firestore: Emulator;
  ui: boolean;
}

/** Looks at the machine. With anything required missing there is no `machine`, only checks. */
export async function inspect(): Promise<{ checks: Check[]; machine: Machine | undefined }> {
  const [node, java] = [checkNode(), checkJava()];
  const [firestore, ui] = await Promise.all([checkFirestoreEmulator(), checkEmulatorUi()]);
  const checks: Check[] = [node, java, firestore, ui];
  const complete = node.found && java.found && firestore.found;
  const machine = complete && {
    java: java.found as Java,
    firestore: firestore.found as Emulator,
    ui: ui.found !== undefined,
  };
  return { checks, machine: machine || undefined };
}

/** The machine, or an end with one message that says what is missing and what to do. */
export async function requireMachine(): Promise<Machine> {
  const { checks, machine } = await inspect();
  if (machine) return machine;
  console.error(`This machine is not ready yet:\n\n${report(checks)}\n`);
  process.exit(1);
}
