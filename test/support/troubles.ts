import type { PaymentSimulator } from "../../dev/payments/simulator.ts";
import { db } from "../../functions/src/core/db.ts";
import { firestore } from "./firestore.ts";
import type { Fault } from "./proxy.ts";

/** A model's world in which the database and the payment provider fail now and then. */
export interface Troubled {
  simulator: PaymentSimulator;
  /** Asks of each thing that is to go wrong whether it has. */
  broken: (() => Promise<boolean>)[];
}

/** From now on something of the database's goes wrong once. */
export function breakDatabase({ broken }: Troubled, fault: Fault): void {
  const happened = firestore.inject(fault);
  broken.push(async () => happened());
}

/** From now on requests to the provider go wrong `times` times. */
export async function breakProvider(
  { simulator, broken }: Troubled,
  action: "500" | "drop-after",
  times: number,
): Promise<void> {
  const troubles = async () => (await simulator.requests()).filter(({ trouble }) => trouble).length;
  const before = await troubles();
  await simulator.fault({ action, times });
  broken.push(async () => (await troubles()) >= before + times);
}

/** Whether something is to go wrong that has not yet; what has is forgotten. */
export async function isBroken(world: Troubled): Promise<boolean> {
  const still: Troubled["broken"] = [];
  for (const happened of world.broken) if (!(await happened())) still.push(happened);
  world.broken = still;
  return still.length > 0;
}

/** Lets go wrong on nothing what has not gone wrong yet. */
export async function mend(world: Troubled): Promise<void> {
  while (await isBroken(world)) {
    await db
      .doc("model/nothing")
      .set({ at: new Date() })
      .catch(() => {});
    await fetch(`${world.simulator.url}/v1/nothing`).catch(() => {});
  }
}
