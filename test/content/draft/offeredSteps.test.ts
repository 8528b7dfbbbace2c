import assert from "node:assert/strict";
import type { Draft, SiteRole } from "../../../client/src/index.ts";
import {
  type DraftAction,
  draftTransitions,
  mayDo,
} from "../../../functions/src/content/draft/states.ts";
import { DraftState } from "../../../functions/src/content/schema.ts";
import { siteRoles } from "../../../functions/src/content/team/schema.ts";

// By its address: the web app finds the client by a name that its own build alone knows.
const address = new URL("../../../web/src/content/draft/possible.ts", import.meta.url).href;
const { stepsOf } = (await import(address)) as {
  stepsOf(
    draft: Pick<Draft, "state" | "live" | "deletedAt" | "authorId">,
    role: SiteRole,
    uid: string,
  ): ReadonlySet<string>;
};

describe("content: the steps that the web app offers", () => {
  for (const state of DraftState.options) {
    it(`of what is ${state}, are those that the back end takes of each role`, () => {
      const live = state === "published" ? ({ version: 1 } as Draft["live"]) : null;
      const draft = { state, live, deletedAt: null, authorId: "author" };
      for (const role of siteRoles) {
        for (const uid of ["author", "another"]) {
          const possible = Object.keys(draftTransitions[state])
            .filter((action) =>
              mayDo(action as DraftAction, { role, isOwn: uid === "author", state }),
            )
            // What readers see already is not offered to be published, nor what they don't to be taken back.
            .filter((action) => action !== (live ? "publish" : "unpublish"));
          const offered = [...stepsOf(draft, role, uid)].filter((step) => step !== "bin");
          assert.deepEqual(offered.sort(), possible.sort(), `${role}, ${uid}`);
        }
      }
    });
  }

  it("of what is in the bin, are to take it out, for who wrote it and for editors", () => {
    const deletedAt = { seconds: 1 } as Draft["deletedAt"];
    const binned = { state: "draft" as const, live: null, deletedAt, authorId: "author" };
    assert.deepEqual([...stepsOf(binned, "editor", "another")], ["takeOut"]);
    assert.deepEqual([...stepsOf(binned, "contributor", "author")], ["takeOut"]);
    assert.deepEqual([...stepsOf(binned, "author", "another")], []);
  });
});
