import assert from "node:assert/strict";
import { doc, getDoc, serverTimestamp, setDoc, updateDoc } from "firebase/firestore";
import { newDraft, newReport } from "../../client/src/content/newDocuments.ts";
import { reviewing } from "../../client/src/content/reviewing.ts";
import { savingDraft } from "../../client/src/content/saving.ts";
import { contentDocuments, type Draft } from "../../client/src/content.ts";
import { denied, guardedApp, type Person } from "../support/rules.ts";
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
  const { as, only } = guardedApp("content-client-writing", {
    ...standingSite("home"),
    "sites/home/articles/bread/articleComments/said": said({}, author),
    ...Object.fromEntries(
      [
        ...["saved", "tags", "raced", "submitted", "binned", "steps", "rejected", "theirs"],
        ...["noted", "resubmitted", "elsewhere", "together-1", "together-2", "together-3"],
      ].map((id) => [`sites/home/drafts/${id}`, kept()]),
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
    type Review = ReturnType<typeof reviewing>;
    type Step = Parameters<Review>[2];
    /** Takes a step with what was seen. */
    const step = (person: Person, id: string, what: Step, seen: Draft, note?: string) =>
      reviewing(as(person))("home", id, what, seen, note);
    /** Takes a step with what is there. */
    const stepNow = async (person: Person, id: string, what: Step, note?: string) =>
      step(person, id, what, await seenBy(editor, id), note);
    const stateNow = async (id: string) => {
      const { state, note } = await seenBy(editor, id);
      return [state, note];
    };
    const submitted = async (id: string) => {
      await stepNow(author, id, "submit");
      return seenBy(editor, id);
    };
    const again = async (id: string, seen: Draft) => {
      await step(author, id, "withdraw", seen);
      const changed = await save(author, id, await seenBy(author, id), { body: "Another text." });
      await step(author, id, "submit", changed);
    };

    it("leads from the draft by way of the editors to what is ready, and back", async () => {
      await denied(stepNow(author, "steps", "approve"));
      await stepNow(author, "steps", "submit");
      assert.deepEqual(await stateNow("steps"), ["in_review", ""]);
      await denied(stepNow(author, "steps", "approve"));
      await stepNow(editor, "steps", "approve", "Well done.");
      assert.deepEqual(await stateNow("steps"), ["ready", "Well done."]);
      await stepNow(author, "steps", "withdraw");
      assert.deepEqual(await stateNow("steps"), ["draft", "Well done."]);
      await stepNow(author, "steps", "submit");
      assert.deepEqual(await stateNow("steps"), ["in_review", ""]);
      await stepNow(owner, "steps", "approve");
      assert.deepEqual(await stateNow("steps"), ["ready", ""]);
    });

    it("sends it back with a word, which is no author's", async () => {
      await denied(stepNow(editor, "rejected", "reject", "Not yet submitted."));
      await stepNow(author, "rejected", "submit");
      await denied(stepNow(author, "rejected", "reject", "I say so."));
      await stepNow(editor, "rejected", "reject", "Say for how long.");
      assert.deepEqual(await stateNow("rejected"), ["draft", "Say for how long."]);
    });

    it("does not send it back without a word, nor with a blank", async () => {
      const seen = await submitted("noted");
      for (const note of [undefined, "", " \n "]) {
        await assert.rejects(step(editor, "noted", "reject", seen, note), {
          name: "KindlingError",
          code: "invalid-argument",
          reason: "note-required",
          details: { field: "note" },
        });
      }
      assert.deepEqual(await stateNow("noted"), ["in_review", ""]);
      await step(editor, "noted", "reject", seen, "Say for how long.");
      assert.deepEqual(await stateNow("noted"), ["draft", "Say for how long."]);
    });

    it("approves, or sends back, no draft that was taken back, changed and submitted again since it was seen", async () => {
      const seen = await submitted("resubmitted");
      await again("resubmitted", seen);
      const before = await seenBy(editor, "resubmitted");
      for (const what of ["approve", "reject"] as const) {
        await assert.rejects(step(editor, "resubmitted", what, seen, "As I have seen it."), {
          name: "KindlingError",
          code: "failed-precondition",
          reason: "version-conflict",
          details: { version: 2, updatedBy: author },
        });
      }
      assert.deepEqual(await seenBy(editor, "resubmitted"), before);
      await step(editor, "resubmitted", "approve", before);
      assert.deepEqual(await stateNow("resubmitted"), ["ready", ""]);
    });

    it("is one or the other where it is approved while its author changes it: never approved as it is then", async () => {
      for (const id of ["together-1", "together-2", "together-3"]) {
        const seen = await submitted(id);
        const [approved] = await Promise.allSettled([
          step(editor, id, "approve", seen),
          again(id, seen),
        ]);
        const { state, version } = await seenBy(editor, id);
        const isApproved = approved.status === "fulfilled";
        assert.deepEqual([state, version], isApproved ? ["ready", 1] : ["in_review", 2]);
      }
    });

    it("is refused with the state where it is another by now: taken back, approved or binned", async () => {
      const wrongState = (state: string) => ({
        name: "KindlingError",
        code: "failed-precondition",
        reason: "wrong-state",
        details: { state },
      });
      const draft = await seenBy(author, "elsewhere");
      const seen = await submitted("elsewhere");
      await step(author, "elsewhere", "withdraw", seen);
      await assert.rejects(step(editor, "elsewhere", "approve", seen), wrongState("draft"));
      await stepNow(author, "elsewhere", "submit");
      await assert.rejects(step(author, "elsewhere", "submit", draft), wrongState("in_review"));
      await stepNow(editor, "elsewhere", "approve");
      await assert.rejects(step(editor, "elsewhere", "reject", seen, "No."), wrongState("ready"));
      assert.deepEqual(await stateNow("elsewhere"), ["ready", ""]);
      await stepNow(author, "elsewhere", "withdraw");
      const bin = { deletedAt: serverTimestamp(), updatedAt: serverTimestamp() };
      await updateDoc(draftAt(author, "elsewhere"), bin);
      await assert.rejects(step(author, "elsewhere", "submit", draft), wrongState("draft"));
    });

    it("is for who wrote it and for editors", async () => {
      for (const person of [contributor, reader, visitor] as const) {
        await denied(stepNow(person, "theirs", "submit"));
      }
      await stepNow(editor, "theirs", "submit");
      assert.deepEqual(await stateNow("theirs"), ["in_review", ""]);
      assert.ok((await seenBy(editor, "theirs")).updatedAt.toMillis() > daysAgo(1).toMillis());
    });
  });
});
