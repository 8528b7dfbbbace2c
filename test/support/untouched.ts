import assert from "node:assert/strict";
import { refused } from "./call.ts";
import { everyDocument } from "./everything.ts";
import { denied } from "./rules.ts";

/** Counts of calls, and of the provider's events: written whatever comes of them. */
const COUNTS = /\/limits\/|^paymentEvents\//;

/** Does `work`, which must leave every document as it was, but for what only counts. */
export const untouched = <Answer>(work: () => Promise<Answer>): Promise<Answer> =>
  keeping(async () => (await everyDocument()).filter(({ path }) => !COUNTS.test(path)), work);

async function keeping<Answer>(
  stored: () => Promise<unknown>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const before = await stored();
  const answer = await work();
  assert.deepEqual(await stored(), before);
  return answer;
}

/** A limit of rules. That a document is not there, which they say in like words, is no limit. */
const GAVE_UP = /maximum of/;

/** The rules of a project refuse each attempt, and every document stays as it was. */
export const allDenied = (of: string, attempts: Record<string, () => Promise<unknown>>) =>
  keeping(
    () => everyDocument(of),
    async () => {
      for (const [what, attempt] of Object.entries(attempts)) {
        await denied(attempt(), what, GAVE_UP);
      }
    },
  );

/** A callable refuses the attempt, and every document stays as it was. Answers the refusal's details. */
export const refusedWhole = (attempt: () => Promise<unknown>, code: string, reason: string) =>
  untouched(() => refused(attempt(), code, reason));

/** An attempt over the wire, which ends as one of the SDK would. */
export async function barred(isLet: Promise<boolean>): Promise<void> {
  if (!(await isLet)) throw Object.assign(new Error("refused"), { code: "permission-denied" });
}
