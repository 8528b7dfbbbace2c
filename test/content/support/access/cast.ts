import { type DocumentData, doc, type Firestore } from "firebase/firestore/lite";
import type { SiteRole } from "../../../../functions/src/content/team/schema.ts";
import type { Cast, Place } from "../../../support/access/table.ts";
import { site, team as teamOf } from "../rulesDocuments.ts";
import { change } from "../rulesSites.ts";

/** What somebody is at a site; who is not of its team, by how they have signed in. */
export type Role = SiteRole | "visitor" | "unconfirmed";

export const cast: Cast<Role> = {
  roles: {
    owner: { called: "owner", people: ["customer", "shut-out"] },
    editor: { called: "editor", people: ["other-customer", "signed-out"] },
    author: { called: "author", people: ["inventory-manager", "shut-out-admin"] },
    contributor: { called: "contributor", people: ["order-manager"] },
    reader: { called: "reader", people: ["forged-admin"] },
    visitor: {
      called: "verified address, not of the team",
      people: ["customer", "admin", "disabled-manager", "canary-manager"],
    },
    unconfirmed: {
      called: "guest, or unverified",
      people: ["guest", "unverified", "unverified-admin"],
    },
    nobody: { called: "not signed in", people: ["nobody"] },
  },
  setting: (place) => ({
    [siteAt(place)]: site(),
    [teamAt(place)]: teamAround(place),
    // Who is nothing here is an owner elsewhere.
    ...(!isOfTeam(place.role) && {
      [`siteTeams/home-${place.id}`]: teamOf({ [place.uid]: "owner" }),
    }),
  }),
};

const isOfTeam = (role: string): role is SiteRole => (team as readonly string[]).includes(role);

/** A team of which whoever tries is what they are, beside others. */
export const teamAround = ({ uid, role }: Place<Role>): DocumentData =>
  teamOf({
    ...(role !== "owner" && { "an-owner": "owner" }),
    "a-member": "contributor",
    another: "contributor",
    ...(isOfTeam(role) && { [uid]: role }),
  });

export const team = ["owner", "editor", "author", "contributor", "reader"] as const;
export const writers = ["owner", "editor", "author", "contributor"] as const;
export const editors = ["owner", "editor"] as const;
export const owner = ["owner"] as const;
/** With a verified address. */
export const confirmed = [...team, "visitor"] as const;
/** Signed in, if only as a guest. */
export const signedIn = [...confirmed, "unconfirmed"] as const;
export const everybody = [...signedIn, "nobody"] as const;
export const nobody = [] as const;

/** Somebody who is not of the team any more. */
export const SOMEBODY = "somebody";
export const mine = ({ uid }: Place): string => uid;
export const theirs = (): string => SOMEBODY;

export const siteAt = ({ id }: Place): string => `sites/${id}`;
export const teamAt = ({ id }: Place): string => `siteTeams/${id}`;
export const draftAt = ({ id, uid }: Place): string => `sites/${id}/drafts/${uid}`;
export const articleAt = ({ id, uid }: Place): string => `sites/${id}/articles/${uid}`;
export const commentAt = (place: Place): string =>
  `${articleAt(place)}/articleComments/${place.uid}`;
export const markAt = ({ id, uid }: Place): string => `sites/${id}/commenters/${uid}`;

/** Changes fields of what is at a place, with the server's time. */
export const changing =
  (at: (place: Place) => string, fields: DocumentData) =>
  (db: Firestore, place: Place): Promise<void> =>
    change(db, at(place), fields);

export const refOf = (db: Firestore, at: (place: Place) => string, place: Place) =>
  doc(db, at(place));
