import { doc, type Firestore, setDoc, terminate } from "firebase/firestore";
import { commenting } from "../../../client/src/content/commenting.ts";
import { liking } from "../../../client/src/content/liking.ts";
import { newReport } from "../../../client/src/content/newDocuments.ts";
import { type ContentDocuments, contentDocuments } from "../../../client/src/content.ts";
import { followComment } from "../../../functions/src/content/followComment.ts";
import { followReport } from "../../../functions/src/content/followReport.ts";
import type { Person } from "../../support/call.ts";
import { idToken, openFirestore } from "../../support/databases.ts";
import { project } from "../../support/firestore.ts";
import { putRules, rulesText } from "../../support/rules.ts";

/** What an app lets its reader do, in the database of the tests in process and behind the rules. */
export interface Reader extends ReturnType<typeof commenting>, ReturnType<typeof liking> {
  uid: string;
  db: Firestore;
  documents: ContentDocuments;
  /** Reports what another has said. */
  report: (siteId: string, articleId: string, commentId: string) => Promise<void>;
  /** Says it otherwise. */
  edit: (siteId: string, articleId: string, commentId: string, text: string) => Promise<void>;
}

/** For the tests of a `describe`: apps of people, one each. */
export function useReaders(): { as: (person: Person) => Reader } {
  const known = new Map<string, Reader>();
  before(() => putRules(project, rulesText));
  after(() => Promise.all([...known.values()].map(({ db }) => terminate(db))));
  const as = (person: Person): Reader => {
    const reader = known.get(person.uid) ?? readerOf(person);
    known.set(person.uid, reader);
    return reader;
  };
  return { as };
}

function readerOf({ uid, token }: Person): Reader {
  const db = openFirestore(project, idToken(project, uid, token));
  const documents = contentDocuments(db);
  return {
    uid,
    db,
    documents,
    ...commenting(db),
    ...liking(db),
    report: (siteId, articleId, commentId) =>
      setDoc(
        doc(documents.reports(siteId, articleId, commentId), uid),
        newReport(uid, "abuse", "Look at that."),
      ),
    edit: commenting(db).editComment,
  };
}

interface Trigger {
  run(event: object): Promise<unknown>;
}

/** Lets the functions hear that a comment was written, or has been deleted. */
export const hearOfComment = (
  what: "created" | "edited" | "deleted",
  site: string,
  article: string,
  comment: string,
): Promise<unknown> =>
  (followComment as unknown as Trigger).run({
    data: { before: { exists: what !== "created" }, after: { exists: what !== "deleted" } },
    params: { site, article, comment },
  });

/** Lets the functions hear that a comment was reported. */
export const hearOfReport = (site: string, article: string, comment: string): Promise<unknown> =>
  (followReport as unknown as Trigger).run({ params: { site, article, comment, uid: "anybody" } });
