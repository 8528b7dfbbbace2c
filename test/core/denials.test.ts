import assert from "node:assert/strict";
import {
  type DocumentData,
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  setDoc,
  updateDoc,
} from "firebase/firestore/lite";
import { whyDenied } from "../../dev/rules/rehearsal.ts";
import { idToken, openLite } from "../support/databases.ts";
import { running } from "../support/firestore.ts";
import { denied, granted, guarded, rulesText } from "../support/rules.ts";

/** The first begins on line 5. */
const rulesOf = (...lines: string[]) => `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /notes/{note} {
      ${lines.join("\n      ")}
    }
    match /keys/{key} {
      allow read, write: if false;
    }
  }
}`;

describe("core: a denial", () => {
  const { project } = guarded("denials", {
    "notes/one": { text: "one", key: "gold" },
    "keys/gold": { owner: "customer" },
  });

  /** Why these rules deny a customer that. */
  const why = (rules: string, path: string, work: (db: Firestore) => Promise<unknown>) =>
    whyDenied({
      host: running.hosts.firestore,
      project,
      rules,
      documents: [path],
      ask: async (stage) => {
        const db = openLite(stage, idToken(stage, "customer", {}));
        return work(db).then(
          () => undefined,
          ({ message }: Error) => message,
        );
      },
    });

  const whyNotUpdate = (change: DocumentData, ...lines: string[]) =>
    why(rulesOf(...lines), "notes/one", (db) => updateDoc(doc(db, "notes/one"), change));

  it("is explained by its line, the call and the expression, and what stood there", async () => {
    assert.equal(
      await whyNotUpdate(
        { text: "" },
        "allow update: if request.auth != null && isNote();",
        "function isNote() {",
        "  return isText(request.resource.data.text, 3)",
        "    && request.resource.data.key == 'gold';",
        "}",
        "function isText(value, max) { return value is string && value.size() > 0 && value.size() <= max; }",
      ),
      `firestore.rules:5  does not allow update, because isNote() → isText(request.resource.data.text, 3) → value.size() > 0 is false
                     value.size() is 0`,
    );
  });

  it("is explained by the call alone where the function was asked several things", async () => {
    assert.equal(
      await whyNotUpdate(
        { text: "much" },
        "allow update: if isShort(request.resource.data.key, 4) && isShort(request.resource.data.text, 3);",
        "function isShort(value, max) { return value.size() <= max; }",
      ),
      `firestore.rules:5  does not allow update, because isShort(request.resource.data.text, 3) is false
                     request.resource.data.text is "much"`,
    );
  });

  it("is explained by each of the ways that there would have been", async () => {
    assert.equal(
      await whyNotUpdate(
        { text: "two" },
        "allow update: if request.auth.uid == 'owner'",
        "  || !(request.resource.data.text in ['two']);",
        "allow update: if note == 'two' ? true : request.resource.data.text == note;",
        "allow read: if false;",
      ),
      `firestore.rules:5  does not allow update, because request.auth.uid == 'owner' is false
                     request.auth.uid is "customer"
                   and because request.resource.data.text in ['two'] is true
                     request.resource.data.text is "two"
firestore.rules:7  does not allow update, because request.resource.data.text == note is false
                     request.resource.data.text is "two"
                     note is "one"`,
    );
  });

  it("is explained by what could not be evaluated", async () => {
    assert.equal(
      await whyNotUpdate({ text: "two" }, "allow update: if resource.data.owner.name == 'me';"),
      `firestore.rules:5  does not allow update, because resource.data.owner.name == 'me' is an error
                     resource.data.owner: there is no owner`,
    );
    assert.equal(
      await why(rulesOf("allow get: if resource.data.text == 'x';"), "notes/none", (db) =>
        getDoc(doc(db, "notes/none")),
      ),
      `firestore.rules:5  does not allow get, because resource.data.text == 'x' is an error
                     resource is null`,
    );
  });

  it("is explained by the documents that the rules look up", async () => {
    assert.equal(
      await whyNotUpdate(
        { text: "two" },
        "allow update: if ownerOf(resource.data.key) == note;",
        "function ownerOf(key) { return get(/databases/$(database)/documents/keys/$(key)).data.owner; }",
      ),
      `firestore.rules:5  does not allow update, because ownerOf(resource.data.key) == note is false
                     ownerOf(resource.data.key) is "customer"
                     note is "one"`,
    );
  });

  it("is explained where nobody may, and where no line speaks of it", async () => {
    const remove = (db: Firestore) => deleteDoc(doc(db, "keys/gold"));
    const rules = rulesOf("allow get: if true;");
    assert.equal(await why(rules, "keys/gold", remove), "firestore.rules:8  never allows delete");
    assert.match(
      (await whyNotUpdate({ text: "two" }, "allow get: if true;")) ?? "",
      /^firestore\.rules: .*No matching allow statements/,
    );
  });

  it("is none where the rules let it through, and nothing of that is written", async () => {
    const rules = rulesOf("allow create: if request.resource.data.keys().hasOnly(['text']);");
    const create = (db: Firestore) => setDoc(doc(db, "notes/new"), { text: "new" });
    assert.equal(await why(rules, "notes/new", create), undefined);
    assert.equal((await getDoc(doc(openLite(project, "owner"), "notes/new"))).exists(), false);
  });
});

describe("core: a test that the rules fail", () => {
  const { as } = guarded("denials-in-tests", { "mail/secret": { confidential: true } });

  const read = (db: Firestore) => getDoc(doc(db, "mail/secret"));
  const lineOfMails = rulesText.split("\n").findIndex((line) => line.includes("match /mail/")) + 2;
  const reason = (outcome: string) =>
    `firestore.rules:${lineOfMails}  does not allow get, because ${outcome}`;

  it("says which line and expression denied it", async () => {
    await assert.rejects(granted(read(as("admin")), "reading"), ({ message }: Error) => {
      const [said, , ...why] = message.split("\n");
      assert.match(said ?? "", /^reading was denied: FirebaseError/);
      assert.equal(why[0], reason("before().confidential == false is false"));
      assert.match(why[1] ?? "", /^ +before\(\)\.confidential is true$/);
      return true;
    });
  });

  it("says it of the request that was denied, whatever else has been since", async () => {
    const [first] = await Promise.allSettled([read(as("order-manager"))]);
    await denied(read(as("admin")));
    const again = first.status === "rejected" ? Promise.reject(first.reason) : first.value;
    await assert.rejects(granted(Promise.resolve(again)), {
      message: /^somebody was denied: (.|\n)*because hasRole\(\['admin'\]\) → isOneOf\(/,
    });
  });
});
