import assert from "node:assert/strict";
import { doc, getDoc, getDocs, type Query } from "firebase/firestore";
import { contentDocuments } from "../../client/src/content.ts";
import { guardedApp, rulesText } from "../support/rules.ts";
import { article } from "./support/rulesDocuments.ts";

/** Other than what the rules look up, each document that the server sends is billed as a read. */
const read = async <D>(query: Query<D>): Promise<number> => {
  const found = await getDocs(query);
  assert.equal(found.metadata.fromCache, false);
  return found.docChanges().length;
};

describe("content client: what reading takes", () => {
  const many = Array.from({ length: 45 }, (_, n) => [
    `sites/home/articles/article-${n}`,
    article("home", { slug: `article-${n}`, tags: ["tea"] }),
  ]);
  const { as } = guardedApp("content-client-reading", Object.fromEntries(many));
  const documents = () => contentDocuments(as("nobody"));

  it("an article is one document, by its id or its address", async () => {
    const found = await getDoc(doc(documents().articles("home"), "article-7"));
    assert.deepEqual([found.exists(), found.metadata.fromCache], [true, false]);
    assert.equal(await read(documents().articleAt("home", "article-7")), 1);
  });

  it("a list of 20 is 20 documents, of all or of a tag", async () => {
    assert.equal(await read(documents().newestArticles("home")), 20);
    assert.equal(await read(documents().articlesTagged("home", "tea")), 20);
  });

  it("neither has the rules look anything up", () => {
    const [, after = ""] = rulesText.split("    match /sites/{site}/articles/{article} {\n");
    const [get, list] = after.split("\n");
    assert.equal(get?.trim(), "allow get: if before().published == true;");
    assert.equal(list?.trim(), "allow list: if before().published == true && isPaged();");
  });
});
