import fc from "fast-check";
import { useStillClock } from "../../support/time.ts";
import { Newsroom, type Step } from "../support/newsroom.ts";

const role = fc.constantFrom("contributor" as const, "author" as const, "editor" as const);
const minutes = fc.integer({ min: 1, max: 90 });

const acts = (...actions: Extract<Step, { by: unknown }>["does"][]): fc.Arbitrary<Step> =>
  fc.record({
    does: fc.constantFrom(...actions),
    by: role,
    article: fc.nat({ max: 2 }),
    minutes,
    tags: fc.subarray(["bread", "tea"]),
  });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: acts("save", "submit", "withdraw", "reject", "approve") },
  { weight: 4, arbitrary: acts("schedule", "unschedule", "publish", "unpublish") },
  { weight: 2, arbitrary: fc.constant<Step>({ does: "sweep" }) },
  { weight: 2, arbitrary: minutes.map((minutes): Step => ({ does: "wait", minutes })) },
);

describe("content: whatever people do at a site, and whenever", () => {
  const { pass } = useStillClock();

  it("readers see what somebody who may has published or scheduled, never before its time, each at an address of its own", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 25 }), async (steps) => {
        const newsroom = await Newsroom.open(pass);
        for (const step of steps) await newsroom.take(step);
      }),
      { numRuns: 6 },
    );
  });
});
