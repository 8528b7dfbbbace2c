import { Filter } from "firebase-admin/firestore";
import type { PersonalData } from "../core/personalData.ts";
import { allCommenters, allComments, allReports } from "./comments/schema.ts";
import { forgetInvites } from "./leaving/forgetInvites.ts";
import { forgetReading } from "./leaving/forgetReading.ts";
import { forgetWriting } from "./leaving/forgetWriting.ts";
import { leaveTeams } from "./leaving/leaveTeams.ts";
import {
  allArticles,
  allDrafts,
  allInvites,
  allRevisions,
  favoritesOf,
  followsOf,
  teams,
} from "./schema.ts";

/**
 * What content keeps about people. Goes: sites that are theirs alone, what they have said, reported,
 * liked and followed, invitations. What they have written at sites that others run stays there, under
 * the alias and no name.
 */
export const personalData: PersonalData = {
  held: ({ uid, emails }) => ({
    teams: teams.where("memberIds", "array-contains", uid),
    // Those that they have written, and those that they have saved last.
    drafts: allDrafts.where(
      Filter.or(Filter.where("authorId", "==", uid), Filter.where("updatedBy", "==", uid)),
    ),
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
