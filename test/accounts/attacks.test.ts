import assert from "node:assert/strict";
import {
  collection,
  collectionGroup,
  type DocumentData,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import { deleteAccount } from "../../functions/src/accounts/deleteAccount.ts";
import { disableUser } from "../../functions/src/accounts/disableUser.ts";
import { exportMyData } from "../../functions/src/accounts/exportMyData.ts";
import { inviteUser } from "../../functions/src/accounts/inviteUser.ts";
import { requestPasswordReset } from "../../functions/src/accounts/requestPasswordReset.ts";
import { invitations, linkRequests } from "../../functions/src/accounts/schema.ts";
import { setRole } from "../../functions/src/accounts/setRole.ts";
import { MINUTE } from "../../functions/src/core/clock.ts";
import { staff } from "../../functions/src/core/roles.ts";
import { play } from "../support/attacks.ts";
import { call, callWith, customer, refused } from "../support/call.ts";
import { firestore } from "../support/firestore.ts";
import { guarded, type Person } from "../support/rules.ts";
import { past } from "../support/rulesShape.ts";
import { useStillClock } from "../support/time.ts";
import { allDenied, refusedWhole } from "../support/untouched.ts";
import { employed, somebody } from "./access/people.ts";
import { attacks } from "./attacks.ts";
import { signsUp } from "./signIn/support/events.ts";
import { useSettings } from "./signIn/support/people.ts";
import { askedOfAuth } from "./support/auth.ts";
import {
  claim,
  commit,
  deletion,
  introduce,
  named,
  privateProfile,
  profile,
  rename,
  standing,
} from "./support/rulesDocuments.ts";

const INVITED = { SIGN_UP: "invited", BLOCKED_DOMAINS: '["bücher.example"]' };

/** Each answers with something of its own. */
const ask = callWith<Promise<unknown>>;

describe("accounts: an attacker", () => {
  const { pass } = useStillClock();
  useSettings(INVITED);
  const { project, as } = guarded("accounts-attacks", {
    ...named("customer", "Ada"),
    ...named("other-customer", "Berta"),
    "users/other-customer/private/account": standing(privateProfile()),
    "deletions/other-customer": deletion("other-customer"),
  });
  const denied = (attempts: Record<string, () => Promise<unknown>>) => allDenied(project, attempts);
  const db = () => as("customer");
  const own = () => doc(db(), "users/customer");
  const change = (fields: DocumentData) => () =>
    updateDoc(own(), { updatedAt: serverTimestamp(), ...fields });
  const commitAs = (person: Person, writes: Record<string, DocumentData | null>) => () =>
    commit(as(person), writes);

  play(attacks, {
    "a role in their own profile": () =>
      denied({
        "a role": change({ role: "admin" }),
        "a role in a field of a field": change({ "staff.role": "admin" }),
        "a ban lifted": change({ disabled: false }),
        "a verified address": change({ emailVerified: true }),
        "a map for a text": change({ bio: { text: "Hello", role: "admin" } }),
        "a list for a text": change({ displayName: ["Ada"] }),
        "a number for a text": change({ displayName: 7 }),
        "a text without an end": change({ bio: "x".repeat(900_000) }),
        "from the beginning": commitAs("admin", introduce("admin", "Adele", { role: "admin" })),
      }),

    "another's profile": () =>
      denied({
        "is changed": () =>
          updateDoc(doc(db(), "users/other-customer"), {
            displayName: "Nobody",
            updatedAt: serverTimestamp(),
          }),
        "is changed by staff": () =>
          updateDoc(doc(as("admin"), "users/other-customer"), {
            bio: "",
            updatedAt: serverTimestamp(),
          }),
        "is made": commitAs("customer", introduce("order-manager", "Otto")),
        "is deleted": () => deleteDoc(doc(db(), "users/other-customer")),
        "is put elsewhere": commitAs("customer", {
          "users/somebody/profiles/customer": profile(),
        }),
      }),

    "a write that hides among right ones": () => {
      const right = rename("customer", "Ada", "Adele");
      return denied({
        "a role": commitAs("customer", {
          ...right,
          "staff/customer": { role: "admin", disabled: false },
        }),
        "another's ban": commitAs("customer", { ...right, "accounts/other-customer": null }),
        "another's name": commitAs("customer", { ...right, "usernames/berta": null }),
        "another's private half": commitAs("customer", {
          ...right,
          "users/other-customer/private/account": privateProfile(),
        }),
      });
    },

    "a name without a profile that bears it": () =>
      denied({
        "for themselves": commitAs("customer", { "usernames/gold": claim("customer") }),
        "for another": commitAs("customer", { "usernames/gold": claim("other-customer") }),
        "in capitals": commitAs("customer", { "usernames/ADA": claim("customer") }),
        "with more in it": commitAs("admin", {
          ...introduce("admin", "Adele"),
          "usernames/adele": claim("admin", { role: "admin" }),
        }),
      }),

    "a second name": () =>
      denied({
        "in one commit": commitAs("admin", {
          ...introduce("admin", "Adele"),
          "usernames/gold": claim("admin"),
        }),
        "by keeping the former": commitAs("customer", {
          "users/customer": profile({ username: "Gold", createdAt: past }),
          "usernames/gold": claim("customer"),
        }),
        "by giving up a name that is in use": () => deleteDoc(doc(db(), "usernames/ada")),
      }),

    "a name that is another's": () =>
      denied({
        "as it is": change({ username: "Berta" }),
        "in capitals": change({ username: "BERTA" }),
        "for their own": commitAs("customer", {
          "users/customer": profile({ username: "Berta", createdAt: past }),
          "usernames/ada": null,
        }),
        "over their claim": commitAs("customer", rename("customer", "Ada", "Berta")),
        "by their claim alone": () => updateDoc(doc(db(), "usernames/berta"), { uid: "customer" }),
        "without their claim": () => deleteDoc(doc(db(), "usernames/berta")),
        "in the moment it is gone": commitAs("customer", {
          ...rename("customer", "Ada", "Gold"),
          "usernames/berta": null,
        }),
      }),

    "a name that sounds like the house": () => {
      const names = [
        "admin",
        "ADMIN",
        "Support",
        "www",
        "Adm\u0131n",
        "\u0410dmin",
        "ad.min",
        "x y",
      ];
      return denied(
        Object.fromEntries(
          names.map((name) => [name, commitAs("customer", rename("customer", "Ada", name))]),
        ),
      );
    },

    "a membership of many years": () =>
      denied({
        "by a field": change({ createdAt: new Date(0) }),
        "by another beginning": () => setDoc(own(), profile({ username: "Ada" })),
        "from the beginning": commitAs(
          "admin",
          introduce("admin", "Adele", { createdAt: new Date(0) }),
        ),
        "by a clock of theirs": change({ updatedAt: new Date() }),
        "by a claim of long ago": commitAs("admin", {
          ...introduce("admin", "Adele"),
          "usernames/adele": claim("admin", { createdAt: new Date(0) }),
        }),
      }),

    "a profile without signing up": () =>
      denied({
        "with a name": commitAs("guest", introduce("guest", "Ghost")),
        "with a name alone": commitAs("guest", { "usernames/ghost": claim("guest") }),
      }),

    "an avatar that watches who looks, or runs": () =>
      denied(
        Object.fromEntries(
          [
            "https://tracker.example/pixel.gif",
            "https://lh3.googleusercontent.com.tracker.example/a",
            "https://tracker.example/?https://lh3.googleusercontent.com/a",
            "https://lh3.googleusercontent.com@tracker.example/a",
            'https://lh3.googleusercontent.com/"onerror="alert(1)',
            "http://lh3.googleusercontent.com/a",
            "javascript:alert(1)//https://lh3.googleusercontent.com/a",
            "data:image/svg+xml,<svg onload=alert(1)>",
          ].map((avatar) => [avatar, change({ avatar })]),
        ),
      ),

    "what is private to another": () => {
      const path = "users/other-customer/private";
      const attempts = (["nobody", "customer", "admin"] as const).flatMap((person) => {
        const at = as(person);
        return [
          [`${person} gets it`, () => getDoc(doc(at, `${path}/account`))],
          [`${person} lists it`, () => getDocs(query(collection(at, path), limit(1)))],
          [
            `${person} asks for all of them`,
            () => getDocs(query(collectionGroup(at, "private"), limit(1))),
          ],
          [`${person} writes it`, () => setDoc(doc(at, `${path}/account`), privateProfile())],
          [`${person} deletes it`, () => deleteDoc(doc(at, `${path}/account`))],
        ] as [string, () => Promise<unknown>][];
      });
      return denied(Object.fromEntries(attempts));
    },

    "everybody's names": () => {
      const [users, usernames] = [collection(db(), "users"), collection(db(), "usernames")];
      return denied({
        "of profiles": () => getDocs(query(users, limit(50))),
        "of a profile by what it says": () =>
          getDocs(query(users, where("displayName", "==", "Ada"), limit(1))),
        "of claims": () => getDocs(query(usernames, limit(50))),
        "of a claim by whose it is": () =>
          getDocs(query(usernames, where("uid", "==", "other-customer"), limit(1))),
        "of profiles, by staff, all at once": () => getDocs(collection(as("admin"), "users")),
        "of who leaves": () => getDocs(query(collection(db(), "deletions"), limit(1))),
      });
    },

    "who has an account": async () => {
      const known = (await somebody()).email;
      const told = [];
      for (const email of [known, `nobody-${known}`]) {
        const ask = () => call(requestPasswordReset, undefined, { email });
        const cost = await firestore.costOf(async () => {
          assert.deepEqual(await askedOfAuth(async () => told.push(await ask())), []);
        });
        pass(1);
        told.push(cost, await refused(ask(), "resource-exhausted", "too-many-requests"));
      }
      assert.deepEqual(told.slice(3), told.slice(0, 3));
      assert.equal((await linkRequests.get()).size, 2);
    },

    "a role, given to themselves": async () => {
      const admin = await employed("admin");
      const [person, manager] = [await somebody(), await employed("order_manager")];
      Object.assign(person.token, { role: "admin" });
      const raise = (by: typeof person) => call(setRole, by, { uid: by.uid, role: "admin" });
      await refusedWhole(() => raise(person), "permission-denied", "not-staff");
      await refusedWhole(() => raise(manager), "permission-denied", "wrong-role");
      pass(5 * MINUTE + 1_000);
      const stolen = () => call(setRole, admin, { uid: person.uid, role: "admin" });
      await refusedWhole(stolen, "failed-precondition", "recent-sign-in-required");
    },

    "a house without an admin": async () => {
      const admin = await employed("admin");
      for (const role of [null, "order_manager"] as const) {
        const resign = () => call(setRole, admin, { uid: admin.uid, role });
        await refusedWhole(resign, "failed-precondition", "last-admin");
      }
      const self = { uid: admin.uid, reason: "Tired" };
      const disable = () => call(disableUser, admin, self);
      await refusedWhole(disable, "invalid-argument", "self");
      assert.deepEqual((await staff.doc(admin.uid).get()).data(), {
        role: "admin",
        disabled: false,
      });
    },

    "an invitation of their own making": async () => {
      const friend = "friend@example.com";
      const invite = () => call(inviteUser, customer(), { email: friend });
      await refusedWhole(invite, "permission-denied", "not-staff");
      const invitation = { email: friend, invitedBy: "admin", createdAt: past, expiresAt: past };
      await denied({
        "written by a customer": () => setDoc(doc(db(), "invitations/x"), invitation),
        "written by an admin": () => setDoc(doc(as("admin"), "invitations/x"), invitation),
        read: () => getDocs(query(collection(db(), "invitations"), limit(1))),
      });
      await refused(signsUp(friend), "permission-denied", "invitation-needed");
      await refused(signsUp(undefined), "permission-denied", "invitation-needed");
      assert.equal((await invitations.get()).size, 0);
    },

    "a blocked domain, spelt otherwise": async () => {
      for (const domain of [
        "bücher.example",
        "BÜCHER.EXAMPLE",
        "xn--bcher-kva.example",
        "mail.bücher.example",
        "bücher.example.",
        "b\u0075\u0308cher.example",
        "bücher\uff0eexample",
      ]) {
        await refused(signsUp(`me@${domain}`), "permission-denied", "domain-blocked");
      }
    },

    "another's account, deleted or taken along": async () => {
      const [person, other] = [await somebody(), await somebody()];
      for (const callable of [deleteAccount, exportMyData]) {
        const named = () => ask(callable, person, { uid: other.uid });
        await refusedWhole(named, "invalid-argument", "invalid-input");
        const unknown = () => ask(callable, undefined, {});
        await refusedWhole(unknown, "unauthenticated", "signed-out");
      }
      pass(5 * MINUTE + 1_000);
      for (const callable of [deleteAccount, exportMyData]) {
        const stolen = () => ask(callable, person, {});
        await refusedWhole(stolen, "failed-precondition", "recent-sign-in-required");
      }
      await denied({
        "by a document": () =>
          setDoc(doc(db(), "deletions/other-customer"), deletion("other-customer")),
        sooner: () => updateDoc(doc(db(), "deletions/other-customer"), { dueAt: past }),
        unseen: () => getDoc(doc(db(), "deletions/other-customer")),
      });
    },
  });
});
