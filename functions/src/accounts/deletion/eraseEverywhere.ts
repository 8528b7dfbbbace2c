import { personalDataHolders } from "../../core/personalData.ts";
import type { Deletion } from "../schema.ts";
import { withoutOthers } from "./addresses.ts";

/**
 * Has each module erase what it keeps about somebody. One that fails keeps no other from it; its
 * failure is thrown when all have had their turn.
 */
export async function eraseEverywhere(
  uid: string,
  { alias, emails }: Deletion,
): Promise<"erased" | "later"> {
  const person = { uid, alias, emails: await withoutOthers(uid, emails) };
  const holders = [...personalDataHolders().values()];
  const ended = await Promise.allSettled(holders.map((holder) => holder.erase(person)));
  for (const end of ended) if (end.status === "rejected") throw end.reason;
  const isLater = ended.some((end) => end.status === "fulfilled" && end.value === "later");
  return isLater ? "later" : "erased";
}
