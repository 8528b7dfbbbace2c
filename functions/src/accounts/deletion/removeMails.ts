import { commit, type Write } from "../../core/decide.ts";
import { type Mail, mails } from "../../core/mail/schema.ts";

/** Documents of one commit; it takes 500 writes. */
const PAGE = 100;

/**
 * Deletes the mails to `addresses` that are settled: sent, or given up. Answers whether one is not.
 * (What has become somebody else's address as well: they don't need the outbox's record of what was
 * sent.)
 */
export async function removeMails(addresses: readonly string[]): Promise<"erased" | "later"> {
  let outcome: "erased" | "later" = "erased";
  for (const address of addresses) {
    // Not their messages, which are long.
    const found = await mails.where("to", "==", address).select("nextAt").get();
    const settled = found.docs.filter((mail) => !("nextAt" in (mail.data() as Partial<Mail>)));
    if (settled.length < found.size) outcome = "later";
    // Of several sweeps each may delete what another has deleted.
    const removals = settled.map(
      ({ ref }): Write =>
        (batch) =>
          batch.delete(ref),
    );
    while (removals.length > 0) await commit(removals.splice(0, PAGE));
  }
  return outcome;
}
