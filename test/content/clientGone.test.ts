import assert from "node:assert/strict";
import { getDocs } from "firebase/firestore";
import { liking } from "../../client/src/content/liking.ts";
import { contentDocuments } from "../../client/src/content.ts";
import { denied, guardedApp } from "../support/rules.ts";
import { standing } from "../support/rulesShape.ts";
import { favoriteOf } from "./support/rulesCounts.ts";
import { favorite, follow } from "./support/rulesDocuments.ts";
import { standingSite, visitor } from "./support/rulesSites.ts";

describe("content client: what is gone", () => {
  const { as } = guardedApp("content-client-gone", {
    ...standingSite(),
    [favoriteOf(visitor, { articleId: "gone" })]: standing(favorite("home", "gone")),
    [`users/${visitor}/follows/gone`]: standing(follow("gone")),
  });
  const found = async () => {
    const { favoritesOf, followsOf } = contentDocuments(as(visitor));
    const lists = await Promise.all([getDocs(favoritesOf(visitor)), getDocs(followsOf(visitor))]);
    return lists.map(({ size }) => size);
  };

  it("is liked and followed by nobody new, and let go by who did", async () => {
    const { like, follow: followSite } = liking(as(visitor));
    assert.deepEqual(await found(), [1, 1]);
    await like("home", "gone", visitor, false);
    await followSite("gone", visitor, false);
    assert.deepEqual(await found(), [0, 0]);
    await denied(like("home", "gone", visitor, true), "liking", /maximum of/);
    await denied(followSite("gone", visitor, true), "following", /maximum of/);
  });
});
