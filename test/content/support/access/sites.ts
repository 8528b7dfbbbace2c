import {
  arrayRemove,
  arrayUnion,
  collection,
  deleteDoc,
  deleteField,
  doc,
  FieldPath,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
} from "firebase/firestore/lite";
import type { Deed, Place } from "../../../support/access/table.ts";
import { standing } from "../../../support/standing.ts";
import { commit, following, unfollowing } from "../rulesCounts.ts";
import { follow, invite } from "../rulesDocuments.ts";
import {
  changing,
  confirmed,
  everybody,
  nobody,
  owner,
  type Role,
  refOf,
  SOMEBODY,
  siteAt,
  team,
  teamAt,
} from "./cast.ts";

const inviteAt = (place: Place) => `${siteAt(place)}/siteInvites/${place.uid}`;
const followAt = ({ id, uid }: Place) => `users/${uid}/follows/${id}`;
const invited = (place: Place) => ({ [inviteAt(place)]: invite() });
const followed = (place: Place) => ({ [followAt(place)]: standing(follow(place.id)) });

/** Of a team whose "a-member" and "another" are contributors. */
export const setRole = (db: Firestore, place: Place, uid: string, role: string) =>
  updateDoc(
    doc(db, teamAt(place)),
    new FieldPath("roles", uid),
    role,
    "updatedAt",
    serverTimestamp(),
  );

const leave = (db: Firestore, place: Place, uid: string) =>
  updateDoc(
    doc(db, teamAt(place)),
    new FieldPath("roles", uid),
    deleteField(),
    "memberIds",
    arrayRemove(uid),
    "updatedAt",
    serverTimestamp(),
  );

const join = (db: Firestore, place: Place, uid: string) =>
  updateDoc(
    doc(db, teamAt(place)),
    new FieldPath("roles", uid),
    "editor",
    "memberIds",
    arrayUnion(uid),
    "updatedAt",
    serverTimestamp(),
  );

/** What becomes of sites, their teams, invitations and followers. */
export const siteDeeds: readonly Deed<Role>[] = [
  {
    on: "site",
    does: "see it",
    who: everybody,
    attempt: (db, place) => getDoc(refOf(db, siteAt, place)),
  },
  {
    on: "site",
    does: "make one by a write (`content-createSite` does)",
    who: nobody,
    attempt: async (db, place) => {
      const found = await getDoc(refOf(db, siteAt, place));
      await setDoc(doc(db, `sites/new-${place.id}-${place.uid}`), found.data());
    },
  },
  {
    on: "site",
    does: "change its title, theme, navigation … by a write (`content-updateSite` does)",
    who: nobody,
    attempt: changing(siteAt, { title: "Mine" }),
  },
  {
    on: "site",
    does: "delete it by a write (`content-deleteSite` does)",
    who: nobody,
    attempt: (db, place) => deleteDoc(refOf(db, siteAt, place)),
  },
  {
    on: "team",
    does: "see it",
    who: team,
    attempt: (db, place) => getDoc(refOf(db, teamAt, place)),
  },
  {
    on: "team",
    does: "change what a member may do",
    who: owner,
    attempt: (db, place) => setRole(db, place, "a-member", "author"),
  },
  {
    on: "team",
    does: "make a member its owner, too",
    who: owner,
    attempt: (db, place) => setRole(db, place, "another", "owner"),
  },
  {
    on: "team",
    does: "take a member off it",
    who: owner,
    attempt: (db, place) => leave(db, place, "a-member"),
  },
  {
    on: "team",
    does: "leave it (an owner: if there is another)",
    who: ["editor", "author", "contributor", "reader"],
    attempt: (db, place) => leave(db, place, place.uid),
  },
  {
    on: "team",
    does: "put somebody on it by a write (they come by `content-acceptSiteInvite`)",
    who: nobody,
    attempt: (db, place) => join(db, place, "a-friend"),
  },
  {
    on: "team",
    does: "put oneself on it, or higher, by a write",
    who: nobody,
    attempt: async (db, place) => {
      const isOwner = await getDoc(refOf(db, teamAt, place)).then(
        (found) => found.data()?.roles[place.uid] === "owner",
        () => false,
      );
      await join(db, place, isOwner ? `${place.uid}-again` : place.uid);
    },
  },
  {
    on: "invitation",
    does: "see who is invited",
    who: owner,
    before: invited,
    attempt: (db, place) =>
      getDocs(query(collection(db, `${siteAt(place)}/siteInvites`), limit(50))),
  },
  {
    on: "invitation",
    does: "take one back",
    who: owner,
    before: invited,
    attempt: (db, place) => deleteDoc(refOf(db, inviteAt, place)),
  },
  {
    on: "invitation",
    does: "write one (`content-inviteToSite` does)",
    who: nobody,
    attempt: (db, place) => setDoc(refOf(db, inviteAt, place), invite()),
  },
  {
    on: "follow",
    does: "follow a site, with its number of followers",
    who: confirmed,
    attempt: (db, { id, uid }) => commit(db, following(uid, { siteId: id })),
  },
  {
    on: "follow",
    does: "follow a site without moving the number",
    who: nobody,
    attempt: (db, { id, uid }) => commit(db, following(uid, { siteId: id, by: null })),
  },
  {
    on: "follow",
    does: "move the number without following",
    who: nobody,
    attempt: (db, { id, uid }) => commit(db, following(uid, { siteId: id, follow: null })),
  },
  {
    on: "follow",
    does: "follow no longer",
    who: confirmed,
    before: followed,
    attempt: (db, { id, uid }) => commit(db, unfollowing(uid, { siteId: id })),
  },
  {
    on: "follow",
    does: "follow in another's name",
    who: nobody,
    attempt: (db, { id, uid }) => commit(db, following(`${SOMEBODY}-${uid}`, { siteId: id })),
  },
  {
    on: "follow",
    does: "see whom another follows",
    who: nobody,
    attempt: (db) => getDocs(query(collection(db, `users/${SOMEBODY}/follows`), limit(50))),
  },
];
