import {
  collection,
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
} from "firebase/firestore/lite";
import { avatarHosts } from "../../../functions/src/accounts/schema.ts";
import { denied, everybody, granted, guarded, type Person, signedIn } from "../../support/rules.ts";
import {
  type Field,
  keepsShape,
  ofEveryType,
  optionalText,
  past,
  text,
  timeOfWriting,
  without,
} from "../../support/rulesShape.ts";
import { claim, commit, introduce, named, profile } from "../support/rulesDocuments.ts";

/** Verified or not, staff or not: whoever has an account that is more than a guest's. */
const members = signedIn.filter((person) => person !== "guest");
const nameOf = (person: Person): string => `x_${person.replaceAll("-", "_")}`.slice(0, 20);

const addresses = {
  "an address": "ada@example.com",
  "an address among words": "Write to ada@example.com or not",
  "an address on its second line": "Ada\nada@x",
  "two @": "@@@",
  "an address of odd letters": "ä@ö",
};
const butNoAddress = (field: Field): Field => ({
  right: {
    ...field.right,
    "an @ alone": "@",
    "an @handle": "@ada",
    "an @ among words": "me @ sea",
  },
  wrong: { ...field.wrong, ...addresses },
});

const username: Field = {
  right: {
    "3 letters": "Zoe",
    "20 letters": "x".repeat(20),
    "digits and _": "z9__9",
    "a canary": "canary",
  },
  wrong: {
    ...without(ofEveryType, "a word"),
    "2 letters": "zo",
    "21 letters": "x".repeat(21),
    "a digit first": "9zoe",
    "an underscore first": "_zoe",
    "a blank": "zo e",
    "a hyphen": "zo-e",
    "a dot": "zo.e",
    "an @": "zo@e",
    "an accent": "zoé",
    "a new line": "zoe\n",
    "a reserved word": "support",
    "a reserved word in capitals": "ADMIN",
    "a Kelvin sign for a K": "\u212Aim",
    "a Cyrillic a": "\u0430nna",
    "a dotless i": "k\u0131m",
    "a dotted I": "K\u0130m",
    "a long s": "\u017Fupport",
    "a letter of full width": "\uFF41nna",
    "a joiner that one doesn't see": "an\u200Dna",
  },
};

const avatar: Field = {
  right: {
    "no picture": "",
    ...Object.fromEntries(
      avatarHosts.map((host) => [host, `https://${host}/a/x%2Fy.png?s=80&v=1`]),
    ),
    "400 letters of a path": `https://www.gravatar.com/${"x".repeat(400)}`,
  },
  wrong: {
    ...without(ofEveryType, "a word"),
    "401 letters of a path": `https://www.gravatar.com/${"x".repeat(401)}`,
    "a page without TLS": "http://www.gravatar.com/x",
    "a script": "javascript:alert(1)//https://www.gravatar.com/x",
    data: "data:image/svg+xml,https://www.gravatar.com/x",
    "no scheme": "//www.gravatar.com/x",
    "another host": "https://example.com/x",
    "a host that begins like one": "https://www.gravatar.com.example.com/x",
    "a host that ends like one": "https://evilwww.gravatar.com/x",
    "a host for which a dot stood": "https://wwwxgravatar.com/x",
    "a user who looks like a host": "https://www.gravatar.com@example.com/x",
    "a user and a password": "https://www.gravatar.com:x@example.com/",
    "a user before the host": "https://me@www.gravatar.com/x",
    "a port": "https://www.gravatar.com:8443/x",
    "a backslash": "https://www.gravatar.com\\@example.com/x",
    capitals: "HTTPS://WWW.GRAVATAR.COM/x",
    "a host alone": "https://www.gravatar.com",
    "a host and no path": "https://www.gravatar.com/",
    "a quote": 'https://www.gravatar.com/x"onerror="alert(1)',
    "a single quote": "https://www.gravatar.com/x'y",
    "a bracket": "https://www.gravatar.com/x)y",
    "a tag": "https://www.gravatar.com/<script>",
    "a blank": "https://www.gravatar.com/x y",
    "a new line": "https://www.gravatar.com/x\n",
    "another address on a line of its own": "https://example.com/\nhttps://www.gravatar.com/x",
    "nothing but a blank": " ",
  },
};

describe("accounts rules: profiles", () => {
  const { as, asNewcomer, only } = guarded("profiles", {
    ...named("customer", "Ada_99"),
    ...named("settled", "Settled"),
    ...named("other-customer", "Berta"),
  });
  const { updatedAt } = profile();

  it("are seen by everybody, also where there is none", async () => {
    await only(everybody, (db) => getDoc(doc(db, "users/customer")));
    await only(everybody, (db) => getDoc(doc(db, "users/no-such-person")));
  });

  it("are leafed through by admins alone, 50 to the page", async () => {
    const profiles = (db: Firestore) => collection(db, "users");
    await only(["admin"], (db) => getDocs(query(profiles(db), limit(50))));
    await only([], (db) => getDocs(query(profiles(db), limit(51))));
    await only([], (db) => getDocs(profiles(db)));
  });

  it("are written by who is no guest, with a verified address or without, each their own", async () => {
    const known = ["customer", "other-customer"];
    const newPeople = members.filter((person) => !known.includes(person));
    await only(newPeople, (db, person) => commit(db, introduce(person, nameOf(person))));
    await only(members, (db, person) =>
      updateDoc(doc(db, `users/${person}`), { displayName: "Somebody", updatedAt }),
    );
  });

  it("are nobody else's to write, admins included, and nobody's to delete", async () => {
    const change = { displayName: "Somebody else", updatedAt };
    await only(["customer"], (db) => updateDoc(doc(db, "users/customer"), change));
    await only([], (db) => updateDoc(doc(db, "users/settled"), change));
    await only([], (db) => commit(db, introduce("a-stranger", "stranger")));
    await only([], (db, person) =>
      commit(db, {
        "users/a-stranger": profile({ username: "stranger" }),
        "usernames/stranger": claim(person),
      }),
    );
    for (const uid of ["customer", "settled"]) {
      await only([], (db) => deleteDoc(doc(db, `users/${uid}`)));
    }
    await only([], (db) => commit(db, { "users/customer": null, "usernames/ada_99": null }));
  });

  it("say the server's time of their creation, and never another afterwards", async () => {
    const own = doc(as("customer"), "users/customer");
    for (const createdAt of [serverTimestamp(), Timestamp.now(), Timestamp.fromMillis(0), null]) {
      await denied(updateDoc(own, { createdAt, updatedAt }));
      await denied(setDoc(own, profile({ createdAt })));
    }
    await granted(setDoc(own, profile({ createdAt: past })));
  });

  it("give nobody a role, an address or a state that somebody might believe in", async () => {
    const own = doc(as("customer"), "users/customer");
    const wishes = {
      role: "admin",
      admin: true,
      disabled: false,
      email: "ada@example.com",
      emailVerified: true,
      verified: true,
      uid: "admin",
      validAfter: 0,
      customClaims: { role: "admin" },
      __proto: 1,
    };
    for (const [field, wish] of Object.entries(wishes)) {
      await denied(updateDoc(own, { [field]: wish, updatedAt }), field);
      await denied(setDoc(own, profile({ createdAt: past, [field]: wish })), field);
      const uid = `wishes-${field}`;
      await denied(
        commit(asNewcomer(uid), introduce(uid, `wish_${field}`.slice(0, 20), { [field]: wish })),
        field,
      );
    }
  });

  describe("in shape", () => {
    let created = 0;
    const claimed = (name: unknown): string =>
      typeof name === "string" && name !== "" ? name.toLowerCase() : "nameless";
    keepsShape(
      {
        fields: {
          username,
          displayName: butNoAddress(text(80)),
          bio: butNoAddress(optionalText(500)),
          avatar,
          createdAt: timeOfWriting,
          updatedAt: timeOfWriting,
        },
        good: () => profile({ username: `user_${created}` }),
        create: (document) => {
          const uid = `newcomer-${created++}`;
          return commit(asNewcomer(uid), {
            [`users/${uid}`]: document,
            [`usernames/${claimed(document.username)}`]: claim(uid),
          });
        },
        update: (change) => updateDoc(doc(as("customer"), "users/customer"), change),
      },
      ["username", "createdAt"],
    );
  });
});
