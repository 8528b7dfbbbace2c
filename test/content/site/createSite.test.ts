import assert from "node:assert/strict";
import { createSite } from "../../../functions/src/content/createSite.ts";
import { formerSites, sites } from "../../../functions/src/content/schema.ts";
import { teams } from "../../../functions/src/content/team/schema.ts";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { call, callWith, customer, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { openSite, siteNow, teamNow } from "../support/sites.ts";

describe("content: a new site", () => {
  const { pass } = useStillClock();
  const siteId = "the-long-table";
  const taken = ["already-exists", "site-taken"] as const;

  it("is its maker's alone; what is not said of it is as usual", async () => {
    const maker = customer();
    const answer = await call(createSite, maker, { siteId, title: "The Long Table" });
    assert.deepEqual(answer, { siteId });
    assert.deepEqual(await siteNow(siteId), {
      title: "The Long Table",
      description: "",
      language: "en",
      theme: { accent: "#0b6e4f", font: "sans", scheme: "auto", logo: null },
      navigation: [],
      comments: { open: true, slowSeconds: 15, hideAt: 3 },
      followers: 0,
      version: 1,
      deletedAt: null,
      createdAt: stamp(),
      updatedAt: stamp(),
    });
    assert.deepEqual(await teamNow(siteId), {
      roles: { [maker.uid]: "owner" },
      memberIds: [maker.uid],
      createdAt: stamp(),
      updatedAt: stamp(),
    });
  });

  it("is as its maker says", async () => {
    const said = {
      title: "Der lange Tisch",
      description: "Vom Essen, das Zeit braucht.",
      language: "de-AT",
      theme: {
        accent: "#8f3d1f",
        font: "serif" as const,
        scheme: "dark" as const,
        logo: "https://example.com/logo.svg",
      },
      navigation: [
        { label: "Tee", to: "/tag/tea" },
        { label: "Anderswo", to: "https://example.com/" },
      ],
      comments: { open: false, slowSeconds: 60, hideAt: 1 },
    };
    await call(createSite, customer(), { siteId, ...said });
    const { followers, version, deletedAt, createdAt, updatedAt, ...rest } = await siteNow(siteId);
    assert.deepEqual(rest, said);
  });

  it("has an address that nobody has or had: not by its team either, nor while it is being taken down", async () => {
    const { owner, editor } = await openSite({ title: "Of before" }, siteId);
    for (const person of [customer(), editor]) {
      const { field } = await refused(
        call(createSite, person, { siteId, title: "Another" }),
        ...taken,
      );
      assert.equal(field, "siteId");
    }
    await teams.doc(siteId).delete();
    await sites.doc(siteId).update({ deletedAt: stamp() });
    await refused(call(createSite, owner, { siteId, title: "Another" }), ...taken);
    assert.equal((await siteNow(siteId)).title, "Of before");
    await sites.doc(siteId).delete();
    await formerSites.doc(siteId).set({ deletedAt: stamp(-DAY) });
    await refused(call(createSite, owner, { siteId, title: "Another" }), ...taken);
    assert.equal((await sites.doc(siteId).get()).exists, false);
    await call(createSite, owner, { siteId: `${siteId}-2`, title: "Another" });
  });

  it("goes to one of ten who want its address at once", async () => {
    const people = Array.from({ length: 10 }, customer);
    const outcomes = await Promise.all(
      people.map((person) =>
        call(createSite, person, { siteId, title: person.uid }).then(() => "made", reasonOf),
      ),
    );
    assert.deepEqual(outcomes.toSorted(), ["made", ...Array(9).fill("site-taken")]);
    const winner = people[outcomes.indexOf("made")];
    assert.deepEqual((await teamNow(siteId)).memberIds, [winner?.uid]);
    assert.equal((await siteNow(siteId)).title, winner?.uid);
  });

  it("is made once, also where it is asked for twice or the answers of the database are lost", async () => {
    const maker = customer();
    const make = (title: string) => call(createSite, maker, { siteId, title });
    const fault = { method: "Commit", kind: "lost-answer", code: 14 } as const;
    const lost = [firestore.inject(fault), firestore.inject(fault)];
    assert.deepEqual(await make("The Long Table"), { siteId });
    assert.ok(lost.every((happened) => happened()));
    const before = await sites.doc(siteId).get();
    assert.deepEqual(await make("Another"), { siteId });
    assert.ok((await sites.doc(siteId).get()).isEqual(before));
  });

  it("is for who has a verified address, ten a day", async () => {
    const maker = customer();
    const unverified = { ...maker, token: { ...maker.token, email_verified: false } };
    const made = (n: number, person = maker) =>
      call(createSite, person, { siteId: `site-${n}`, title: "Another" });
    await refused(made(0, unverified), "permission-denied", "unverified");
    for (let n = 0; n < 10; n++) await made(n);
    await refused(made(10), "resource-exhausted", "too-many-requests");
    pass(DAY);
    await made(10);
  });

  it("has an address of small letters, digits and hyphens, and a title", async () => {
    const good = { siteId, title: "The Long Table" };
    const worse = {
      siteId: ["", "The-Table", "-table", "a/b", "über", "a".repeat(41), "a b", 7, null],
      title: ["", "  ", "two\nlines", "x".repeat(121), null],
    };
    for (const [field, values] of Object.entries(worse)) {
      for (const value of values) {
        const attempt = callWith<Promise<unknown>>(createSite, customer(), {
          ...good,
          [field]: value,
        });
        const { fields } = await refused(attempt, "invalid-argument", "invalid-input");
        assert.deepEqual(
          [...new Set((fields as { field: string }[]).map((one) => one.field))],
          [field],
        );
      }
    }
    assert.equal((await sites.get()).size, 0);
    await callWith(createSite, customer(), good);
  });
});
