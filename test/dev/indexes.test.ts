import assert from "node:assert/strict";
import { collection, getDocs, limit, orderBy, query, where } from "firebase/firestore/lite";
import { asked, compare } from "../../dev/indexCheck.ts";
import { declaredIndexes, type Index, nameOf, usageOf } from "../../dev/indexes.ts";
import { openLite } from "../support/databases.ts";
import { clearFirestore, running } from "../support/firestore.ts";
import { putRules, rulesText } from "../support/rules.ts";

describe("the check of the indexes", () => {
  const project = `demo-index-check-${process.pid}`;
  const all = collection(openLite(project, "owner"), "mail");
  const longest: Index = {
    collectionGroup: "mail",
    queryScope: "COLLECTION",
    fields: [
      { fieldPath: "confidential", order: "ASCENDING" },
      { fieldPath: "size", order: "DESCENDING" },
    ],
  };

  const used = async () =>
    (await usageOf(running.hosts.firestore, project)).map(({ index }) => index);

  it("finds what a query needs and nobody has declared, after all is cleared, too", async () => {
    const open = query(all, where("confidential", "==", false), limit(1));
    await getDocs(query(open, orderBy("delivery.startTime", "desc")));
    assert.deepEqual(compare(await used()).missing, []);
    await getDocs(query(open, orderBy("size", "desc")));
    await clearFirestore(project);
    await putRules(project, rulesText);
    assert.deepEqual(compare(await used()).missing.map(nameOf), [nameOf(longest)]);
  });

  it("asks for nothing that each field has by itself", async () => {
    await getDocs(query(all, where("to", "==", "a@example.com"), limit(1)));
    await getDocs(query(all, orderBy("to", "desc"), limit(1)));
    await getDocs(query(all, where("words", "array-contains", "tea"), limit(1)));
    assert.deepEqual(
      compare(await used()).missing.filter(({ fields }) => fields.length < 3),
      [],
    );
  });

  it("says what to declare, in the words of firestore.indexes.json", () => {
    const [said, ...entry] = asked(longest).split("\n");
    assert.equal(
      said,
      '  a query needs mail, confidential ASCENDING, size DESCENDING: add to "indexes" in firestore.indexes.json',
    );
    assert.deepEqual(JSON.parse(entry.join("\n")), longest);
  });

  it("keeps what a field has by itself, where it is to be found everywhere", () => {
    const fields = [{ fieldPath: "author", order: "ASCENDING" as const }];
    const everywhere: Index = {
      collectionGroup: "mail",
      queryScope: "COLLECTION_GROUP",
      fields: [...fields, { fieldPath: "__name__", order: "ASCENDING" }],
    };
    const [said = "", ...entry] = asked(everywhere).split("\n");
    assert.match(said, /needs mail everywhere, author ASCENDING: add to "fieldOverrides"/);
    assert.deepEqual(JSON.parse(entry.join("\n")), {
      collectionGroup: "mail",
      fieldPath: "author",
      indexes: [
        { order: "ASCENDING", queryScope: "COLLECTION" },
        { order: "DESCENDING", queryScope: "COLLECTION" },
        { arrayConfig: "CONTAINS", queryScope: "COLLECTION" },
        { order: "ASCENDING", queryScope: "COLLECTION_GROUP" },
      ],
    });
  });

  it("tells apart an order of the names that is not the usual one", () => {
    const [first, second] = longest.fields;
    const odd = {
      ...longest,
      fields: [first!, second!, { fieldPath: "__name__", order: "ASCENDING" as const }],
    };
    assert.deepEqual(compare([odd], [longest]), { missing: [odd], unused: [longest] });
    const usual = {
      ...odd,
      fields: [first!, second!, { fieldPath: "__name__", order: "DESCENDING" as const }],
    };
    assert.deepEqual(compare([usual], [longest]), { missing: [], unused: [] });
  });

  it("remarks on what is declared and no query needs", () => {
    assert.deepEqual(compare([], declaredIndexes).unused, declaredIndexes);
  });
});
