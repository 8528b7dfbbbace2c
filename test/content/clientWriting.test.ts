import assert from "node:assert/strict";
import { doc, getDoc, serverTimestamp, setDoc, updateDoc } from "firebase/firestore";
import { newDraft, newReport } from "../../client/src/content/newDocuments.ts";
import { reviewing } from "../../client/src/content/reviewing.ts";
import { savingDraft } from "../../client/src/content/saving.ts";
import { contentDocuments, type Draft } from "../../client/src/content.ts";
import { denied, guarded, type Person } from "../support/rules.ts";
import {
  author,
  contributor,
  daysAgo,
  editor,
  kept,
  members,
  owner,
  reader,
  said,
  standingSite,
  visitor,
  writers,
} from "./support/rulesSites.ts";

const states = ["draft", "in_review", "ready", "scheduled", "published"] as const;

describe("content client: writing", () => {
  const { as, only } = guarded("content-client-writing", {
    ...standingSite("home"),
    "sites/home/articles/bread/articleComments/said": said({}, author),
    ...Object.fromEntries(
      ["saved", "tags", "raced", "submitted", "binned", "steps", "rejected", "theirs"].map((id) => [
        `sites/home/drafts/${id}`,
        kept(),
      ]),
    ),
    ...Object.fromEntries(
      states.map((state) => [`sites/home/drafts/was-${state}`, kept({ state, version: 5 })]),
    ),
  });

  const draftAt = (person: Person, id: string) =>
    doc(contentDocuments(as(person)).drafts("home"), id);
  const seenBy = async (person: Person, id: string): Promise<Draft> =>
    (await getDoc(draftAt(person, id))).data() ?? assert.fail(`no draft ${id}`);
  const save = (
    person: Person,
    id: string,
    seen: Draft,
    changes: Parameters<ReturnType<typeof savingDraft>>[3],
  ) => savingDraft(as(person))("home", id, seen, changes, person);

  describe("newDraft", () => {
    it("begins, as it is, a draft of whoever may write, and a page of an editor", async () => {
      await only(writers, (db, person) => {
        const { drafts } = contentDocuments(db);
        return setDoc(doc(drafts("home"), `by-${person}`), newDraft(person, { byline: "Ada" }));
      });
      const { title, kind, version, state } = await seenBy(reader, `by-${contributor}`);
      assert.deepEqual([title, kind, version, state], ["", "article", 1, "draft"]);
      await only([owner, editor], (db, person) => {
        const { drafts } = contentDocuments(db);
        const about = newDraft(person, { byline: "Ada", title: "About", kind: "page" });
        return setDoc(doc(drafts("home"), `page-by-${person}`), about);
      });
    });

    it("has all in it that is said, and no more", async () => {
      const writing = {
        ...{ byline: "Ada Oven", title: "Tea", slug: "tea", summary: "Of tea.", body: "Hot." },
        ...{ tags: ["tea"], cover: { url: "https://img.example/tea.jpg", alt: "Tea" } },
        kind: "article" as const,
      };
      await setDoc(draftAt(author, "whole"), newDraft(author, writing));
      const { createdAt, updatedAt, ...draft } = await seenBy(author, "whole");
      assert.equal(createdAt.toMillis(), updatedAt.toMillis());
      assert.deepEqual(draft, {
        ...writing,
        ...{ authorId: author, version: 1, updatedBy: author, state: "draft", note: "" },
        ...{ publishAt: null, live: null, deletedAt: null },
      });
    });
  });

  it("newReport is, as it is, one of each confirmed person but who has said it", async () => {
    await only(
      [owner, editor, contributor, reader, visitor],
      (db, person) => {
        const reports = contentDocuments(db).reports("home", "bread", "said");
        return setDoc(doc(reports, person), newReport(person, "spam"));
      },
      [...members, visitor, "unverified", "guest", "nobody"],
    );
  });

  describe("saveDraft", () => {
    it("makes one version more each time, by what it answered before, and reads nothing", async () => {
      const first = await seenBy(author, "saved");
      const second = await save(author, "saved", first, { title: "Three days" });
      const third = await save(author, "saved", second, { body: "Of *bread*.", tags: [] });
      const { updatedAt, ...stored } = await seenBy(author, "saved");
      assert.ok(updatedAt.toMillis() > first.updatedAt.toMillis());
      const { updatedAt: _, ...answered } = third;
      assert.deepEqual(stored, answered);
      const { title, body, tags, version, updatedBy } = stored;
      assert.deepEqual(
        { title, body, tags, version, updatedBy },
        { title: "Three days", body: "Of *bread*.", tags: [], version: 3, updatedBy: author },
      );
    });

    it("is refused on top of another's, who is named, and leaves theirs as it is", async () => {
      const seen = await seenBy(author, "raced");
      const outcomes = await Promise.allSettled([
        save(author, "raced", seen, { title: "Mine" }),
        save(editor, "raced", seen, { title: "Theirs" }),
      ]);
      const failed = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      assert.equal(failed.length, 1);
      const { title, updatedBy, version } = await seenBy(author, "raced");
      assert.equal(version, 2);
      assert.equal(title, updatedBy === author ? "Mine" : "Theirs");
      const [{ code, reason, details }] = failed;
      assert.deepEqual([code, reason], ["failed-precondition", "version-conflict"]);
      assert.deepEqual(details, { version: 2, updatedBy });
    });

    it("is refused with the state where it was submitted, scheduled or binned since", async () => {
      for (const [id, fields, state] of [
        ["submitted", { state: "in_review" }, "in_review"],
        ["binned", { deletedAt: serverTimestamp() }, "draft"],
      ] as const) {
        const seen = await seenBy(author, id);
        const since = { ...fields, updatedAt: serverTimestamp() };
        await updateDoc(draftAt(editor, id), since);
        await assert.rejects(save(author, id, seen, { title: "Late" }), {
          code: "failed-precondition",
          reason: "wrong-state",
          details: { state },
        });
      }
      const scheduled = await seenBy(editor, "was-scheduled");
      const before: Draft = { ...scheduled, state: "ready", publishAt: null };
      const attempt = save(editor, "was-scheduled", before, { title: "Late" });
      await assert.rejects(attempt, { reason: "wrong-state", details: { state: "scheduled" } });
    });

    it("makes of what is published a draft again, and leaves every other state", async () => {
      for (const [state, next] of [
        ["draft", "draft"],
        ["in_review", "in_review"],
        ["ready", "ready"],
        ["published", "draft"],
      ] as const) {
        const saved = await save(editor, `was-${state}`, await seenBy(editor, `was-${state}`), {});
        assert.deepEqual([saved.state, saved.version], [next, 6]);
        assert.equal((await seenBy(editor, `was-${state}`)).state, next);
      }
    });

    it("is refused by the rules, in their words, for what it is or whose", async () => {
      const seen = await seenBy(author, "tags");
      await denied(save(author, "tags", seen, { tags: ["Not a slug"] }));
      await denied(save(author, "tags", seen, { byline: "ada@example.com" }));
      await denied(save(contributor, "tags", seen, { title: "Not mine" }));
      await denied(save(visitor, "tags", seen, { title: "Not of the team" }));
      assert.equal((await seenBy(author, "tags")).version, 1);
    });
  });

  describe("reviewDraft", () => {
    const step = (person: Person, ...said: Parameters<ReturnType<typeof reviewing>>) =>
      reviewing(as(person))(...said);
    const stateNow = async (id: string) => {
      const { state, note } = await seenBy(editor, id);
      return [state, note];
    };

    it("leads from the draft by way of the editors to what is ready, and back", async () => {
      await denied(step(author, "home", "steps", "approve"));
      await step(author, "home", "steps", "submit");
      assert.deepEqual(await stateNow("steps"), ["in_review", ""]);
      await denied(step(author, "home", "steps", "approve"));
      await step(editor, "home", "steps", "approve", "Well done.");
      assert.deepEqual(await stateNow("steps"), ["ready", "Well done."]);
      await step(author, "home", "steps", "withdraw");
      assert.deepEqual(await stateNow("steps"), ["draft", "Well done."]);
      await step(author, "home", "steps", "submit");
      assert.deepEqual(await stateNow("steps"), ["in_review", ""]);
      await step(owner, "home", "steps", "approve");
      assert.deepEqual(await stateNow("steps"), ["ready", ""]);
    });

    it("sends it back with a word, which is no blank and no author's", async () => {
      await denied(step(editor, "home", "rejected", "reject", "Not yet submitted."));
      await step(author, "home", "rejected", "submit");
      await denied(step(editor, "home", "rejected", "reject", "  "));
      await denied(step(author, "home", "rejected", "reject", "I say so."));
      await step(editor, "home", "rejected", "reject", "Say for how long.");
      assert.deepEqual(await stateNow("rejected"), ["draft", "Say for how long."]);
    });

    it("is for who wrote it and for editors", async () => {
      for (const person of [contributor, reader, visitor] as const) {
        await denied(step(person, "home", "theirs", "submit"));
      }
      await step(editor, "home", "theirs", "submit");
      assert.deepEqual(await stateNow("theirs"), ["in_review", ""]);
      assert.ok((await seenBy(editor, "theirs")).updatedAt.toMillis() > daysAgo(1).toMillis());
    });
  });
});
