import assert from "node:assert/strict";
import { deleteDoc, doc, increment, setDoc, updateDoc, writeBatch } from "firebase/firestore";
import {
  articlesOf,
  favoritesOf,
  followsOf,
  sites,
} from "../../../functions/src/content/schema.ts";
import { customer, type Person } from "../../support/call.ts";
import { denied } from "../../support/rules.ts";
import { useStillClock } from "../../support/time.ts";
import { putArticle, putSite } from "../support/published.ts";
import { type Reader, useReaders } from "../support/readers.ts";
import { articleNow, siteNow } from "../support/sites.ts";

const guest = (): Person => ({
  ...customer(),
  token: { email_verified: true, firebase: { sign_in_provider: "anonymous" } } as object,
});
const unverified = (): Person => ({ ...customer(), token: { email_verified: false } });

describe("content: what readers like and follow", () => {
  useStillClock();
  const { as } = useReaders();
  let [siteId, articleId] = ["", ""];
  beforeEach(async () => {
    siteId = await putSite();
    articleId = await putArticle(siteId, customer());
  });

  const likes = async () => (await articleNow(siteId, articleId)).likes;
  const followers = async () => (await siteNow(siteId)).followers;

  it("counts once, however often they say so, and not when they take it back", async () => {
    const [reader, other] = [as(customer()), as(customer())];
    await reader.like(siteId, articleId, reader.uid, true);
    await reader.like(siteId, articleId, reader.uid, true);
    await other.like(siteId, articleId, other.uid, true);
    assert.equal(await likes(), 2);
    assert.equal((await favoritesOf(reader.uid).get()).size, 1);
    for (let n = 0; n < 2; n++) await reader.like(siteId, articleId, reader.uid, false);
    assert.equal(await likes(), 1);
    assert.equal((await favoritesOf(reader.uid).get()).size, 0);

    for (let n = 0; n < 2; n++) await reader.follow(siteId, reader.uid, true);
    await other.follow(siteId, other.uid, true);
    assert.equal(await followers(), 2);
    for (let n = 0; n < 2; n++) await reader.follow(siteId, reader.uid, false);
    assert.equal(await followers(), 1);
    assert.equal((await followsOf(reader.uid).get()).size, 0);
  });

  it("is what six say at once, one of them on two devices", async () => {
    const [first, ...others] = Array.from({ length: 6 }, () => as(customer()));
    const devices = [first!, first!, ...others];
    const like = (one: Reader) => one.like(siteId, articleId, one.uid, true);
    const follow = (one: Reader) => one.follow(siteId, one.uid, true);
    await Promise.all(devices.flatMap((one) => [like(one), follow(one)]));
    assert.deepEqual([await likes(), await followers()], [6, 6]);
  });

  it("takes a verified address, and is nobody's to say for another", async () => {
    for (const person of [guest(), unverified()]) {
      const reader = as(person);
      await denied(reader.like(siteId, articleId, reader.uid, true));
      await denied(reader.follow(siteId, reader.uid, true));
    }
    const [reader, other] = [as(customer()), as(customer())];
    await denied(reader.like(siteId, articleId, other.uid, true));
    await denied(reader.follow(siteId, other.uid, true));
    assert.deepEqual([await likes(), await followers()], [0, 0]);
  });

  it("is never the number without the mark, nor the mark without the number", async () => {
    const { db, uid, documents, ...reader } = as(customer());
    const [article, site] = [doc(documents.articles(siteId), articleId), documents.site(siteId)];
    for (const by of [1, -1, 1_000]) {
      await denied(updateDoc(article, { likes: increment(by) }));
      await denied(updateDoc(site, { followers: increment(by) }));
    }
    const favorite = documents.favorite(uid, siteId, articleId);
    const mark = { siteId, articleId, createdAt: new Date() };
    await denied(setDoc(favorite, mark as never));
    const batch = writeBatch(db);
    batch.update(article, { likes: increment(2) });
    batch.set(favorite, mark as never);
    await denied(batch.commit());
    await reader.like(siteId, articleId, uid, true);
    await reader.follow(siteId, uid, true);
    await denied(deleteDoc(favorite));
    await denied(deleteDoc(documents.followed(uid, siteId)));
    assert.deepEqual([await likes(), await followers()], [1, 1]);
  });

  it("is taken back also of what is not published any more; and of what is gone, without a count", async () => {
    const reader = as(customer());
    const other = await putArticle(siteId, customer());
    for (const id of [articleId, other]) await reader.like(siteId, id, reader.uid, true);
    await articlesOf(siteId).doc(articleId).update({ published: false });
    await denied(as(customer()).like(siteId, articleId, reader.uid, true));
    await reader.like(siteId, articleId, reader.uid, false);
    assert.equal(await likes(), 0);
    await articlesOf(siteId).doc(other).delete();
    await deleteDoc(reader.documents.favorite(reader.uid, siteId, other));
    await reader.follow(siteId, reader.uid, true);
    await sites.doc(siteId).delete();
    await deleteDoc(reader.documents.followed(reader.uid, siteId));
    assert.equal((await favoritesOf(reader.uid).get()).size, 0);
    assert.equal((await followsOf(reader.uid).get()).size, 0);
  });
});
