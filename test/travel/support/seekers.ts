import { randomUUID } from "node:crypto";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import type { Stay } from "../../../functions/src/travel/calendar/dates.ts";
import { holdStay } from "../../../functions/src/travel/holdStay.ts";
import { quoteStay } from "../../../functions/src/travel/quoteStay.ts";
import { call, customer } from "../../support/call.ts";
import type { Found } from "./processes.ts";

// Run by startSeekers: asks for each stay, says "ready", waits for a word, takes them, tells the outcomes.
const [propertyId = "", roomTypeId = "", wanted = "[]"] = process.argv.slice(2);

const asked = (JSON.parse(wanted) as Stay[]).map(async (stay) => {
  const person = customer();
  const { quoteId } = await call(quoteStay, person, { propertyId, roomTypeId, ...stay, guests: 1 });
  return { person, stay, quoteId };
});

const quoted = await Promise.all(asked);
process.send?.("ready");
process.once("message", async () => {
  const outcomes = quoted.map(async ({ person, stay, quoteId }): Promise<Found> => {
    const taken = call(holdStay, person, { requestId: randomUUID(), quoteId });
    const outcome = await taken.then(
      () => "held",
      (error) => reasonOf(error) ?? String(error),
    );
    return { ...stay, outcome };
  });
  process.send?.(await Promise.all(outcomes), () => process.exit(0));
});
