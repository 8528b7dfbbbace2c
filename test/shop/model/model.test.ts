import fc, { type Arbitrary } from "fast-check";
import { useProvider } from "../../support/payments.ts";
import { type Command, groups, steps } from "./commands.ts";
import { bringToAnEnd } from "./ending.ts";
import { openWorld } from "./world.ts";

/*
 * Random people do random things to a small shop, and random things go wrong. After each step the
 * shop must be what a simple model says (money.ts, goods.ts, *Actions.ts) and all that must always
 * hold must hold (invariants.ts); in the end our books must be the provider's (ending.ts).
 *
 * MODEL_RUNS=500 npm test -- shop/model    that many runs of each, from a random seed
 * MODEL_SEED=123 npm test -- shop/model    from the seed that a failure has named
 */
const { MODEL_RUNS, MODEL_SEED } = process.env;
const numRuns = Number(MODEL_RUNS ?? 6);
const seed = MODEL_SEED ? Number(MODEL_SEED) : MODEL_RUNS ? Date.now() % 2 ** 31 : 20261122;
/** A failure is shrunk for so long at most, so that it is told before mocha gives up. */
const MILLISECONDS = 90_000;

describe("shop: whatever people do, and whatever goes wrong", function () {
  this.timeout(MODEL_RUNS ? 0 : 2 * MILLISECONDS);
  const provider = useProvider();

  const holds = (command: Arbitrary<Command>) =>
    fc.assert(
      fc.asyncProperty(
        fc.commands([command], { maxCommands: 30, size: "max" }),
        async (commands) => {
          await provider.restart();
          const world = await openWorld(provider.simulator);
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

  it("goods, coupons and money are where the model says", () => holds(steps));

  it("nothing is promised, counted or paid twice by those who do something at once", () =>
    holds(fc.oneof({ weight: 2, arbitrary: steps }, { weight: 1, arbitrary: groups })));
});
