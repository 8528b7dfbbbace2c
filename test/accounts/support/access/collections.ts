import {
  Deletion,
  Invitation,
  LinkRequest,
  PrivateProfile,
  Profile,
  UsernameClaim,
} from "../../../../functions/src/accounts/schema.ts";
import type { Cast, Collection, Place } from "../../../support/access/table.ts";
import { past } from "../../../support/standing.ts";
import {
  claim,
  commit,
  deletion,
  introduce,
  privateProfile,
  profile,
  rename,
  standing,
} from "../rulesDocuments.ts";

export type Role = "owner" | "guest" | "admin" | "another";

export const cast: Cast<Role> = {
  roles: {
    owner: {
      called: "whose it is",
      people: ["customer", "unverified", "order-manager", "shut-out"],
    },
    guest: { called: "whose it is, a guest", people: ["guest"] },
    admin: { called: "admin", people: ["admin", "shut-out-admin"] },
    another: {
      called: "anybody else",
      people: [
        "other-customer",
        "guest",
        "inventory-manager",
        "order-manager",
        "disabled-manager",
        "canary-manager",
        "unverified-admin",
        "forged-admin",
        "signed-out",
      ],
    },
    nobody: { called: "not signed in", people: ["nobody"] },
  },
};

/** Whose something is. */
const whose = ({ id, uid, role }: Place<Role>): string =>
  role === "owner" || role === "guest" ? uid : `somebody-${id}`;
const nameAt = ({ id }: Place): string => `ada_${id}`;
const newNameAt = ({ id }: Place): string => `eve_${id}`;

const get = ["get"] as const;
const read = ["get", "list"] as const;
const own = ["get", "create", "update", "delete"] as const;

export const collections: readonly Collection<Role>[] = [
  {
    path: "users/{uid}",
    who: {
      owner: ["get", "create", "update"],
      guest: get,
      admin: read,
      another: get,
      nobody: get,
    },
    how: "with a name that is claimed in the same commit",
    schema: Profile,
    at: (place) => `users/${whose(place)}`,
    document: (place) => profile({ username: nameAt(place) }),
    beside: (place) => ({ [`usernames/${nameAt(place)}`]: standing(claim(whose(place))) }),
    wish: { bio: "Weaves." },
    create: (db, place) => commit(db, introduce(whose(place), newNameAt(place))),
  },
  {
    path: "usernames/{name}",
    who: {
      owner: ["get", "create", "delete"],
      guest: get,
      admin: read,
      another: get,
      nobody: get,
    },
    how: "in the commit whose profile bears the name, or bears another",
    schema: UsernameClaim,
    at: (place) => `usernames/${nameAt(place)}`,
    document: (place) => claim(whose(place)),
    beside: (place) => ({
      [`users/${whose(place)}`]: standing(profile({ username: nameAt(place) })),
    }),
    wish: { uid: "somebody" },
    create: (db, place) =>
      commit(db, introduce(whose(place), newNameAt(place), { createdAt: past })),
    delete: (db, place) => commit(db, rename(whose(place), nameAt(place), newNameAt(place))),
  },
  {
    path: "users/{uid}/private/account",
    who: { owner: own, guest: own },
    schema: PrivateProfile,
    at: (place) => `users/${whose(place)}/private/account`,
    document: () => privateProfile(),
    wish: { newsletter: true },
  },
  {
    path: "deletions/{uid}",
    who: { owner: get, guest: get, admin: read },
    schema: Deletion,
    at: (place) => `deletions/${whose(place)}`,
    document: (place) => deletion(whose(place)),
    wish: { state: "erasing" },
  },
  {
    path: "invitations/{invitation}",
    who: {},
    schema: Invitation,
    at: ({ id }) => `invitations/${id}`,
    document: () => ({
      email: "friend@example.com",
      invitedBy: "admin",
      createdAt: past,
      expiresAt: past,
    }),
    wish: { email: "another@example.com" },
  },
  {
    path: "linkRequests/{request}",
    who: {},
    schema: LinkRequest,
    at: ({ id }) => `linkRequests/${id}`,
    document: (place) => ({
      kind: "reset",
      email: "customer@example.com",
      uid: whose(place),
      requestedAt: past,
      times: 1,
      expiresAt: past,
    }),
    wish: { email: "another@example.com" },
  },
];
