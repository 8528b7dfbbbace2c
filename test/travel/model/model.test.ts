import fc, { type Arbitrary } from "fast-check";
import { useProvider } from "../../support/payments.ts";
import { groups, steps } from "./commands.ts";
import { bringToAnEnd } from "./ending.ts";
import type { Command } from "./step.ts";
import { openWorld } from "./world.ts";

/*
 * Random travellers and their host do random things with two places, and random things go wrong. After
 * each step the stays must be what a simple model says (stays.ts, money.ts, *Actions.ts), all that must
 * always hold must hold (invariants.ts), and in the end so must the money (ending.ts).
 *
 * MODEL_RUNS=500 npm test -- travel/model    that many runs of each, from a random seed
 * MODEL_SEED=123 npm test -- travel/model    from the seed that a failure has named
 */
const { MODEL_RUNS, MODEL_SEED } = process.env;
const random = Date.now() % 2 ** 31;
const seed = MODEL_SEED ? Number(MODEL_SEED) : MODEL_RUNS ? random : 20261129;
/** A failure is shrunk for so long at most, so that it is told before mocha gives up. */
const MILLISECONDS = 90_000;

/** Before the end of a year, of a February that is a leap year's, and of months when clocks change. */
const starts = fc.constantFrom(
  "2027-12-29T09:00:00Z",
  "2028-02-27T22:30:00Z",
  "2027-10-29T10:45:00Z",
  "2027-03-26T23:58:00Z",
  "2028-03-31T12:00:00Z",
);

describe("travel: whatever travellers and hosts do, and whatever goes wrong", function () {
  this.timeout(MODEL_RUNS ? 0 : 2 * MILLISECONDS);
  const provider = useProvider();

  const holds = (command: Arbitrary<Command>, numRuns: number) =>
    fc.assert(
      fc.asyncProperty(
        starts,
        fc.commands([command], { maxCommands: 60, size: "max" }),
        async (start, commands) => {
          await provider.restart();
          const world = await openWorld(provider.simulator, start);
          try {
            await fc.asyncModelRun(() => ({ model: world, real: world }), commands);
            await bringToAnEnd(world);
          } catch (error) {
            throw new Error(`${error}\n\nWhat happened:\n${world.story.join("\n")}`, {
              cause: error,
            });
          } finally {
            world.close();
          }
        },
      ),
      {
        numRuns,
        seed,
        unbiased: true,
        ...(MODEL_RUNS ? {} : { interruptAfterTimeLimit: MILLISECONDS }),
      },
    );

  const mixed = fc.oneof({ weight: 2, arbitrary: steps }, { weight: 1, arbitrary: groups });

  it("nights and money are where the model says", () => holds(steps, Number(MODEL_RUNS ?? 3)));

  it("no room is sold twice by those who do something at once", () =>
    holds(mixed, Number(MODEL_RUNS ?? 3)));
});
