import {
  collection,
  type DocumentData,
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  writeBatch,
} from "firebase/firestore/lite";
import { reservedNames } from "../../../functions/src/accounts/names.ts";
import { denied, everybody, granted, guarded, type Person } from "../../support/rules.ts";
import { ofEveryType, past, timeOfWriting } from "../../support/rulesShape.ts";
import {
  claim,
  commit,
  introduce,
  named,
  profile,
  rename,
  standing,
} from "../support/rulesDocuments.ts";

/** What an error says of a document that isn't there is no limit that was met. */
const refused = (attempt: Promise<unknown>, what?: string) => denied(attempt, what, /maximum of/);

describe("accounts rules: usernames", () => {
  const { as, asNewcomer, only } = guarded("usernames", {
    ...named("customer", "Ada"),
    ...named("other-customer", "Berta"),
    ...named("renamed", "Old"),
    ...named("renamed-twice", "First"),
    ...named("respelt", "Respelt"),
    ...named("keeper", "Keeper"),
    ...named("mover", "Mover"),
    ...named("follower", "Follower"),
    ...named("leaver", "Leaver"),
    ...named("admin", "Adele"),
    "usernames/left_behind": standing(claim("other-customer")),
    // Halves, as no client makes them.
    "users/unclaimed": standing(profile({ username: "Unclaimed" })),
    "users/guest": standing(profile({ username: "Visiting" })),
    "usernames/unborne": standing(claim("unborne")),
    "usernames/strange": standing(claim("shut-out")),
  });
  const { updatedAt } = profile();

  it("are asked for by everybody, free or taken", async () => {
    await only(everybody, (db) => getDoc(doc(db, "usernames/ada")));
    await only(everybody, (db) => getDoc(doc(db, "usernames/nobody_has_it")));
  });

  it("are listed for admins alone, 50 to the page", async () => {
    const names = (db: Firestore) => collection(db, "usernames");
    await only(["admin"], (db) => getDocs(query(names(db), limit(50))));
    await only([], (db) => getDocs(query(names(db), limit(51))));
    await only([], (db) => getDocs(names(db)));
  });

  it("are claimed, changed and respelt in one commit with the profile", async () => {
    await granted(commit(asNewcomer("fresh"), introduce("fresh", "Fresh_1")));
    await granted(commit(asNewcomer("renamed"), rename("renamed", "Old", "New")));
    const respelling = { username: "rESPELT", updatedAt };
    await granted(updateDoc(doc(asNewcomer("respelt"), "users/respelt"), respelling));
    await granted(commit(asNewcomer("renamed"), rename("renamed", "New", "Old")));
  });

  it("that are free again are anybody's", async () => {
    await granted(commit(asNewcomer("renamed-twice"), rename("renamed-twice", "First", "Second")));
    await granted(commit(asNewcomer("heir"), introduce("heir", "FIRST")));
    await refused(commit(asNewcomer("renamed-twice"), rename("renamed-twice", "Second", "First")));
  });

  it("are not to be had without a profile, nor a profile without one", async () => {
    const db = asNewcomer("half");
    await refused(commit(db, { "usernames/half": claim("half") }), "a claim alone");
    await refused(commit(db, { "users/half": profile({ username: "Half" }) }), "a profile alone");
    const other = { "users/half": profile({ username: "Half" }), "usernames/halb": claim("half") };
    await refused(commit(db, other), "a claim of another name");
    const whole = introduce("half", "Half");
    await refused(commit(db, { ...whole, "usernames/half_2": claim("half") }), "two claims");
    await granted(commit(db, whole));
    await refused(commit(db, { "usernames/half_2": claim("half") }), "a second claim");
  });

  it("are not claimed for somebody else, nor by a guest", async () => {
    const db = as("customer");
    await refused(commit(db, { "usernames/gift": claim("other-customer") }));
    const gift = {
      ...rename("customer", "Ada", "Gift"),
      "usernames/gift": claim("other-customer"),
    };
    await refused(commit(db, gift), "one's own profile, another's claim");
    await refused(commit(db, introduce("somebody", "gift")), "another's profile");
    await refused(commit(as("guest"), introduce("guest", "Visitor")), "a guest");
    await refused(commit(as("unverified"), introduce("guest", "Visitor")), "for a guest");
  });

  it("are made whole by whose they are, and by nobody else", async () => {
    const taking = { "usernames/unclaimed": claim("unclaimed") };
    await refused(commit(as("customer"), taking), "a claim for another's profile");
    await refused(commit(as("guest"), { "usernames/visiting": claim("guest") }), "for a guest's");
    await granted(commit(asNewcomer("unclaimed"), taking));
    const bearing = { "users/unborne": profile({ username: "Unborne" }) };
    await refused(commit(as("customer"), bearing), "a profile with another's claim");
    await refused(commit(as("shut-out"), { "users/shut-out": profile({ username: "Strange" }) }));
    await granted(commit(asNewcomer("unborne"), bearing));
  });

  it("that are left behind are changed by nobody", () =>
    only([], (db) => updateDoc(doc(db, "usernames/left_behind"), { createdAt: past })));

  it("are not taken from who has them", async () => {
    const db = as("customer");
    const berta = doc(db, "usernames/berta");
    await refused(commit(db, rename("customer", "Ada", "Berta")), "over it");
    await refused(commit(asNewcomer("thief"), introduce("thief", "BERTA")), "over it, as a first");
    const bearing = { "users/thief": profile({ username: "Berta" }) };
    await refused(commit(asNewcomer("thief"), bearing), "bearing it without a claim");
    const { "usernames/berta": _, ...renaming } = rename("customer", "Ada", "Berta");
    await refused(commit(db, renaming), "bearing it without a claim of one's own");
    await refused(updateDoc(berta, { uid: "customer" }), "by an update");
    await refused(setDoc(berta, claim("customer")), "by a set");
    await refused(deleteDoc(berta), "by deleting it");
    const withoutIt = { "usernames/berta": null };
    await refused(
      commit(db, { ...rename("customer", "Ada", "Ada_2"), ...withoutIt }),
      "in passing",
    );
    await refused(
      commit(db, {
        "users/other-customer": profile({ username: "X", createdAt: past }),
        ...withoutIt,
      }),
      "with its profile",
    );
    await only([], (someone) => deleteDoc(doc(someone, "usernames/keeper")));
    await only([], (someone, person) =>
      updateDoc(doc(someone, "usernames/keeper"), { uid: person }),
    );
  });

  it("that were left behind are cleared away by who left them, and nobody else", async () => {
    const clear = (person: Person) => deleteDoc(doc(as(person), "usernames/left_behind"));
    const others = everybody.filter((person) => person !== "other-customer");
    for (const person of others) await refused(clear(person), person);
    await granted(clear("other-customer"));
  });

  it("are not taken by deleting and claiming them anew in one commit", async () => {
    const db = as("customer");
    const berta = doc(db, "usernames/berta");
    const anew = () => writeBatch(db).delete(berta).set(berta, claim("customer"));
    await refused(anew().commit());
    const wanted = profile({ username: "Berta", createdAt: past });
    const withProfile = anew().set(doc(db, "users/customer"), wanted);
    await refused(withProfile.delete(doc(db, "usernames/ada")).commit());
  });

  it("don't stay behind: the former one goes in the same commit", async () => {
    const db = asNewcomer("keeper");
    const { "usernames/keeper": _, ...keeping } = rename("keeper", "Keeper", "Kept_on");
    await refused(commit(db, keeping), "keeping the old one");
    const moving = { "users/keeper": profile({ username: "Moved", createdAt: past }) };
    await refused(commit(db, moving), "without a claim of the new one");
    await refused(commit(db, { ...moving, "usernames/keeper": null }), "freeing the old one alone");
    await refused(
      commit(db, { ...rename("keeper", "Keeper", "Moved"), "usernames/keeper": claim("keeper") }),
      "claiming the old one anew",
    );
  });

  it("don't go while a profile bears them", async () => {
    const db = asNewcomer("leaver");
    await refused(commit(db, { "usernames/leaver": null }), "deleting one's own claim");
    await refused(
      commit(db, {
        "users/leaver": profile({ username: "LEAVER", createdAt: past }),
        "usernames/leaver": null,
      }),
      "respelling it",
    );
    await refused(
      commit(db, { "usernames/leaver": null, "users/leaver": null }),
      "with the profile",
    );
  });

  it("are one in each commit, whatever the profile says in between", async () => {
    const db = asNewcomer("two-faced");
    const own = doc(db, "users/two-faced");
    const one = profile({ username: "Face_1" });
    const other = profile({ username: "Face_2" });
    const both = writeBatch(db)
      .set(own, one)
      .set(doc(db, "usernames/face_1"), claim("two-faced"))
      .set(own, other)
      .set(doc(db, "usernames/face_2"), claim("two-faced"));
    await refused(both.commit());
  });

  it("pass from one to another only when they are free", async () => {
    const [mover, follower] = [asNewcomer("mover"), asNewcomer("follower")];
    await refused(commit(follower, rename("follower", "Follower", "Mover")));
    await granted(commit(mover, rename("mover", "Mover", "Moved_on")));
    await granted(commit(follower, rename("follower", "Follower", "Mover")));
    await refused(commit(mover, rename("mover", "Moved_on", "Mover")));
  });

  it("are claimed in lower case, and under no other id", async () => {
    for (const [n, id] of ["Cased", "CASED", "case\u0501", "cased ", "\uFF43ased"].entries()) {
      const uid = `caser-${n}`;
      const writes = {
        [`users/${uid}`]: profile({ username: "Cased" }),
        [`usernames/${id}`]: claim(uid),
      };
      await refused(commit(asNewcomer(uid), writes), id);
      const both = { ...writes, "usernames/cased": claim(uid) };
      await refused(commit(asNewcomer(uid), both), `${id} beside the right one`);
    }
    await granted(commit(asNewcomer("caser"), introduce("caser", "Cased")));
  });

  it("are no reserved words, in whatever case", async () => {
    for (const [n, word] of reservedNames.entries()) {
      const uid = `pretender-${n}`;
      const capital = word.charAt(0).toUpperCase() + word.slice(1);
      await refused(commit(asNewcomer(uid), introduce(uid, word)), word);
      await refused(commit(asNewcomer(uid), introduce(uid, capital)), capital);
      await granted(commit(asNewcomer(uid), introduce(uid, `${word}_1`)), word);
    }
  });

  it("are not claimed by who is shut out", async () => {
    await refused(commit(as("shut-out"), introduce("shut-out", "Locked")));
    await refused(commit(as("signed-out"), introduce("signed-out", "Locked")));
    await granted(commit(as("unverified"), introduce("unverified", "Locked")));
  });

  describe("in shape", () => {
    let created = 0;
    const claiming = (fields: DocumentData, without?: string) => {
      const n = created++;
      const uid = `claimant-${n}`;
      const document = claim(uid, fields);
      if (without) delete document[without];
      return commit(asNewcomer(uid), {
        [`users/${uid}`]: profile({ username: `claim_${n}` }),
        [`usernames/claim_${n}`]: document,
      });
    };

    it("say whose they are, and the server's time of it", async () => {
      await granted(claiming({}));
      const nobodys = { ...ofEveryType, "another's uid": "customer", "no uid": "" };
      for (const [what, uid] of Object.entries(nobodys)) await refused(claiming({ uid }), what);
      const otherTimes = { ...timeOfWriting.wrong, "the past": past };
      for (const [what, createdAt] of Object.entries(otherTimes)) {
        await refused(claiming({ createdAt }), what);
      }
    });

    it("say nothing else, and nothing less", async () => {
      await refused(claiming({ canary: true }));
      await refused(claiming({}, "uid"));
      await refused(claiming({}, "createdAt"));
    });
  });

  it("stand as they were claimed: nothing in them changes", async () => {
    const own = doc(as("customer"), "usernames/ada");
    await refused(updateDoc(own, { createdAt: serverTimestamp() }));
    await refused(updateDoc(own, { canary: true }));
    await refused(setDoc(own, claim("customer")));
    await refused(setDoc(own, claim("customer", { createdAt: past })));
  });
});
