import assert from "node:assert/strict";
import { heldToSchemas } from "../../support/differential.ts";
import { Double, SERVER_TIME } from "../../support/rulesWire.ts";
import { draft } from "../support/rulesDocuments.ts";
import { owner, said } from "../support/rulesSites.ts";
import { before, ways } from "../support/rulesWays.ts";

describe("content rules: take exactly what the schemas take", () => {
  const { create, update, commit } = heldToSchemas("content", before, ways);
  const bread = "sites/home/articles/bread";

  it("refuse whole numbers that are stored as doubles, which schemas can't tell", async () => {
    const right = { ...draft(owner), createdAt: SERVER_TIME, updatedAt: SERVER_TIME };
    const made = (version: unknown) =>
      create(owner, "sites/home/drafts/double", { ...right, version });
    assert.equal(await made(new Double(1)), false, "the version of a new draft");
    assert.equal(await made(1), true);

    const saved = (version: unknown) =>
      update(owner, "sites/home/drafts/double", {
        version,
        updatedBy: owner,
        updatedAt: SERVER_TIME,
      });
    assert.equal(await saved(new Double(2)), false, "the version of a saved draft");
    assert.equal(await saved(2), true);

    const favorite = { siteId: "home", articleId: "bread", createdAt: SERVER_TIME };
    const liked = (likes: number | Double) =>
      commit("fan", [
        { path: "users/fan/favorites/home.bread", create: favorite },
        { path: bread, add: { likes } },
      ]);
    assert.equal(await liked(new Double(1)), false, "likes");
    assert.equal(await liked(1), true);

    const uid = "newcomer";
    const comment = { ...said({}, uid), createdAt: SERVER_TIME, updatedAt: SERVER_TIME };
    const mark = { uid, articleId: "bread", commentId: "x", at: SERVER_TIME };
    const spoken = (comments: number | Double) =>
      commit(uid, [
        { path: `${bread}/articleComments/x`, create: comment },
        {
          path: `sites/home/commenters/${uid}`,
          create: { ...mark, commentedAt: SERVER_TIME },
        },
        { path: bread, add: { comments } },
      ]);
    assert.equal(await spoken(new Double(1)), false, "comments");
    assert.equal(await spoken(1), true);

    const follow = { siteId: "home", createdAt: SERVER_TIME };
    const followed = (followers: number | Double) =>
      commit("fan", [
        { path: "users/fan/follows/home", create: follow },
        { path: "sites/home", add: { followers } },
      ]);
    assert.equal(await followed(new Double(1)), false, "followers");
    assert.equal(await followed(1), true);
  });
});
