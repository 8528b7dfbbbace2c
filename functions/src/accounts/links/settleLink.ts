import { FieldValue } from "firebase-admin/firestore";
import { error as logError } from "firebase-functions/logger";
import { MINUTE, now, stamp } from "../../core/clock.ts";
import { decide, update, type Write } from "../../core/decide.ts";
import { type LinkRequest, linkRequests } from "../schema.ts";
import { mailsOf } from "./mailsOf.ts";

export type Outcome = "queued" | "nothing-to-send" | "retry" | "not-due";

/**
 * Sees to one request that is due by `by`: queues its mails, and with them, in one commit, marks it
 * as seen to. So one request is one mail, however many see to it at once and wherever one of them
 * dies. Where Firebase Authentication fails it is tried again after 1, 2, 4, … minutes, for a day.
 * Billed one read and one write, and one for each mail and entry in the audit trail.
 */
export const settleLink = (id: string, by: Date): Promise<Outcome> =>
  decide(async (read) => {
    const [request] = await read(linkRequests.doc(id));
    const asked = request.data();
    if (!asked?.nextAt || asked.nextAt.toMillis() > by.getTime()) return { answer: "not-due" };
    const mails = await mailsOrFailure(asked, `${id}-${asked.requestedAt.toMillis()}`);
    if (mails === "failed") {
      return { answer: "retry", writes: [update(request, { nextAt: stamp(backOff(asked)) })] };
    }
    return {
      answer: mails.length > 0 ? "queued" : "nothing-to-send",
      writes: [update(request, { nextAt: FieldValue.delete() }), ...mails],
    };
  });

async function mailsOrFailure(asked: LinkRequest, occasion: string): Promise<Write[] | "failed"> {
  if (now().getTime() > asked.expiresAt.toMillis()) return [];
  return mailsOf(asked, occasion).catch((error): "failed" => {
    // The code alone: what Firebase Authentication says beside it may hold the address.
    logError("link", { kind: asked.kind, code: String(error.code ?? "unknown") });
    return "failed";
  });
}

/** As long again as it has waited already. */
const backOff = ({ requestedAt }: LinkRequest): number =>
  Math.max(MINUTE, now().getTime() - requestedAt.toMillis());
