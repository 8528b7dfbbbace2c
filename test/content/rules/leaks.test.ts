import assert from "node:assert/strict";
import {
  collection,
  collectionGroup,
  type DocumentData,
  doc,
  getCount,
  getDoc,
  getDocs,
  limit,
  orderBy,
  query,
  where,
} from "firebase/firestore/lite";
import { DraftState } from "../../../functions/src/content/schema.ts";
import { denied, granted, guarded, type Person } from "../../support/rules.ts";
import { standing } from "../../support/rulesShape.ts";
import {
  article,
  invite,
  oldMark,
  report,
  reported,
  revision,
  site,
  team,
} from "../support/rulesDocuments.ts";
import { daysAgo, editor, kept, said, standingSite } from "../support/rulesSites.ts";

/** Was of the team, and wrote what is there. */
const removed = "forged-admin" satisfies Person;
const disabled = "shut-out" satisfies Person;
const signedOut = "signed-out" satisfies Person;
const elsewhere = "disabled-manager" satisfies Person;

const outsiders: readonly Person[] = [
  "nobody",
  "guest",
  "unverified",
  "admin",
  elsewhere,
  disabled,
  signedOut,
  removed,
];

const drafts = "sites/quiet/drafts";
const dark = "sites/quiet/articles/dark";

/** What no reader sees, by where it is. */
const secrets: Record<string, DocumentData> = {
  ...Object.fromEntries(
    DraftState.options.map((state) => [`${drafts}/${state}`, kept({ state }, removed)]),
  ),
  [`${drafts}/binned`]: kept({ deletedAt: daysAgo(1) }, removed),
  [`${drafts}/draft/revisions/1`]: revision(removed),
  [dark]: article("quiet", { published: false, authorId: removed }),
  [`${dark}/articleComments/said`]: said({}, "somebody"),
  [`${dark}/articleComments/said/reports/somebody`]: standing(report("somebody")),
  "sites/quiet/commenters/somebody": oldMark("somebody"),
  "sites/quiet/siteInvites/one": invite(),
  "sites/quiet/reported/said": reported("dark"),
};
const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/"));
const nameOf = (path: string) => path.split("/").at(-2) ?? "";

/** One of each collection. */
const folders = new Map(Object.keys(secrets).map((path) => [folderOf(path), path]));

describe("content rules: no draft leaks", () => {
  const { as } = guarded("content-leaks", {
    ...standingSite("elsewhere"),
    "siteTeams/elsewhere": team({ [elsewhere]: "owner" }),
    "sites/quiet": site(),
    "siteTeams/quiet": team({ [editor]: "owner", [disabled]: "owner", [signedOut]: "owner" }),
    "sites/quiet/articles/out": article("quiet"),
    ...secrets,
  });

  for (const person of outsiders) {
    describe(`to ${person}`, () => {
      const refuse = (attempts: [string, Promise<unknown>][]) =>
        Promise.all(attempts.map(([what, attempt]) => denied(attempt, what, /maximum of/)));
      const db = () => as(person);

      it("by its path", () =>
        refuse(Object.keys(secrets).map((path) => [path, getDoc(doc(db(), path))])));

      it("by a list, or by counting it", () =>
        refuse(
          [...folders.keys()].flatMap((folder): [string, Promise<unknown>][] => [
            [folder, getDocs(query(collection(db(), folder), limit(1)))],
            [folder, getDocs(collection(db(), folder))],
            [folder, getCount(query(collection(db(), folder), limit(1)))],
          ]),
        ));

      it("by a list of those with a value in a field, whichever", () =>
        refuse(
          [...folders].flatMap(([folder, path]) =>
            Object.entries(secrets[path] ?? {}).map(
              ([field, value]): [string, Promise<unknown>] => [
                `${folder} by ${field}`,
                getDocs(query(collection(db(), folder), where(field, "==", value), limit(50))),
              ],
            ),
          ),
        ));

      it("by a list of those of one's own, or in an order", () =>
        refuse([
          ...["authorId", "updatedBy"].map((field): [string, Promise<unknown>] => [
            field,
            getDocs(query(collection(db(), drafts), where(field, "==", person), limit(50))),
          ]),
          ...[...folders.keys()].map((folder): [string, Promise<unknown>] => [
            folder,
            getDocs(query(collection(db(), folder), orderBy("createdAt"), limit(50))),
          ]),
        ]));

      it("by a query over all sites", () =>
        refuse(
          [...new Set([...folders.values()])].flatMap((path) =>
            [
              [],
              [where("siteId", "==", "quiet")],
              [where("published", "==", true)],
              [where("hidden", "==", null)],
              [where("authorId", "==", person)],
              [where("uid", "==", person)],
            ].map((which): [string, Promise<unknown>] => [
              nameOf(path),
              getDocs(query(collectionGroup(db(), nameOf(path)), ...which, limit(1))),
            ]),
          ),
        ));

      it("among the articles that are out", async () => {
        const isOut = where("published", "==", true);
        const listed = query(collection(db(), "sites/quiet/articles"), isOut, limit(50));
        assert.deepEqual(
          (await getDocs(listed)).docs.map(({ id }) => id),
          ["out"],
        );
      });
    });
  }

  it("and is seen by the team", async () => {
    const paths = Object.keys(secrets).filter((path) => path !== dark && !/commenters/.test(path));
    await Promise.all(paths.map((path) => granted(getDoc(doc(as(editor), path)), path)));
  });
});
