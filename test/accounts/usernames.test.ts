import assert from "node:assert/strict";
import { KindlingError } from "../../client/src/errors.ts";
import { savingProfile } from "../../client/src/profile.ts";
import { guarded, guardedApp } from "../support/rules.ts";
import { namesIn } from "./support/names.ts";
import { commit, introduce } from "./support/rulesDocuments.ts";

const words = { displayName: "Somebody", bio: "", avatar: "" };

/** What became of what was tried at once: "done", or the reason of the refusal. */
const outcomes = async (attempts: Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(attempts)).map((attempt) =>
    attempt.status === "fulfilled" ? "done" : reasonOf(attempt.reason),
  );

const reasonOf = (error: { reason?: string; code?: string }): string =>
  error instanceof KindlingError ? error.reason : String(error.code);

const times = (count: number) => Array.from({ length: count }, (_, n) => n);

describe("accounts: a name", () => {
  describe("that 20 people want at once", () => {
    const guards = guardedApp("names-at-once");
    const { asNewcomer } = guards;

    it("is one's, and taken for the other 19", async () => {
      const spelt = (n: number) => (n % 2 ? "Phoenix" : "PHOENIX");
      const found = await outcomes(
        times(20).map((n) =>
          savingProfile(asNewcomer(`wants-${n}`))(`wants-${n}`, { ...words, username: spelt(n) }),
        ),
      );
      const expected = ["done", ...times(19).map(() => "username-taken")];
      assert.deepEqual(found.toSorted(), expected);
      assert.deepEqual([...(await namesIn(guards)).keys()], [`wants-${found.indexOf("done")}`]);
    });
  });

  describe("that 20 people take at once, without a look", () => {
    const guards = guarded("names-taken");
    const { asNewcomer } = guards;

    it("is one's", async () => {
      const found = await outcomes(
        times(20).map((n) => commit(asNewcomer(`takes-${n}`), introduce(`takes-${n}`, "Griffin"))),
      );
      const expected = ["done", ...times(19).map(() => "permission-denied")];
      assert.deepEqual(found.toSorted(), expected.toSorted());
      const holder = `takes-${found.indexOf("done")}`;
      assert.equal((await namesIn(guards)).get(holder), "Griffin");
    });
  });

  describe("that its owner changes", () => {
    const guards = guardedApp("names-changed");
    const { asNewcomer } = guards;

    it("is one in the end, however many devices change it at once", async () => {
      const devices = times(10).map((n) => ({ db: asNewcomer("restless"), username: `Name_${n}` }));
      const saving = devices.map(({ db, username }) =>
        savingProfile(db)("restless", { ...words, username }),
      );
      const found = await outcomes(saving);
      const names = await namesIn(guards);
      assert.equal(names.size, 1);
      assert.deepEqual([...new Set(found)], ["done"]);
      assert.match(names.get("restless") ?? "", /^Name_\d$/);
    });

    it("is not swapped for another's in one step, but by way of a third", async () => {
      const save = (uid: string, username: string) =>
        savingProfile(asNewcomer(uid))(uid, { ...words, username });
      await Promise.all([save("ada", "Ada"), save("berta", "Berta")]);
      const swapped = await outcomes([save("ada", "Berta"), save("berta", "Ada")]);
      assert.deepEqual(swapped, ["username-taken", "username-taken"]);
      await namesIn(guards);

      await save("ada", "Nobody_else");
      await save("berta", "Ada");
      await save("ada", "Berta");
      const names = await namesIn(guards);
      assert.deepEqual([names.get("ada"), names.get("berta")], ["Berta", "Ada"]);
    });

    it("goes to whoever asks first when it is given up", async () => {
      const save = (uid: string, username: string) =>
        savingProfile(asNewcomer(uid))(uid, { ...words, username });
      await save("giver", "Given");
      await outcomes([save("giver", "Giver"), ...times(5).map((n) => save(`asks-${n}`, "Given"))]);
      await namesIn(guards);
      const found = await outcomes(times(5).map((n) => save(`asks-${n}`, "Given")));
      assert.equal(found.filter((outcome) => outcome === "done").length, 1);
      await namesIn(guards);
    });
  });
});
