import { Filter } from "firebase-admin/firestore";
import type { Held, PersonalData } from "../core/personalData.ts";
import { allCommenters, allComments, allReports } from "./comments/schema.ts";
import { forgetInvites } from "./leaving/forgetInvites.ts";
import { forgetReading } from "./leaving/forgetReading.ts";
import { forgetWriting } from "./leaving/forgetWriting.ts";
import { leaveTeams } from "./leaving/leaveTeams.ts";
import { allArticles, allRevisions, draftsOf, favoritesOf, followsOf } from "./schema.ts";
import { allInvites, teams } from "./team/schema.ts";

/**
 * What content keeps about people. Goes: sites that are theirs alone, what they have said, reported,
 * liked and followed, invitations. What they have written at sites that others run stays there, under
 * the alias and no name.
 */
export const personalData: PersonalData = {
  held: async ({ uid, emails }) => ({
    teams: teams.where("memberIds", "array-contains", uid),
    ...(await draftsBy(uid)),
    revisions: allRevisions.where("savedBy", "==", uid),
    articles: allArticles.where("authorId", "==", uid),
    articleComments: allComments.where("authorId", "==", uid),
    commenters: allCommenters.where("uid", "==", uid),
    reports: allReports.where("uid", "==", uid),
    favorites: favoritesOf(uid),
    follows: followsOf(uid),
    ...Object.fromEntries(
      emails.map((email) => [
        `site invitations to ${email}`,
        allInvites.where("email", "==", email.toLowerCase()),
      ]),
    ),
  }),

  async erase(person) {
    // By the invitations of a site the mails are found that are under way: with the site they go.
    const isInviting = await forgetInvites(person);
    if (!isInviting) await leaveTeams(person.uid);
    await forgetWriting(person);
    const isMailed = await forgetReading(person);
    return isInviting || isMailed ? "later" : "erased";
  },
};

/**
 * What they have written, or saved last, where they are of the team still: what others do to it after that
 * is no business of theirs.
 */
async function draftsBy(uid: string): Promise<Held> {
  const theirs = await teams.where("memberIds", "array-contains", uid).select().get();
  const isBy = Filter.or(Filter.where("authorId", "==", uid), Filter.where("updatedBy", "==", uid));
  return Object.fromEntries(
    theirs.docs.map(({ id }) => [`drafts at ${id}`, draftsOf(id).where(isBy)]),
  );
}
