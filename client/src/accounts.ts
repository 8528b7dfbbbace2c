import { type DocumentReference, doc, type Firestore, type Query, where } from "firebase/firestore";
import type * as accounts from "../../functions/src/accounts/schema.ts";
import type * as account from "../../functions/src/core/accounts.ts";
import type * as audit from "../../functions/src/core/audit.ts";
import type * as roles from "../../functions/src/core/roles.ts";
import { newest, typed } from "./documents.ts";
import { shapeOf } from "./shape.ts";

const profile = shapeOf<accounts.Profile>();
const privateProfile = shapeOf<accounts.PrivateProfile>();
const usernameClaim = shapeOf<accounts.UsernameClaim>();
const deletion = shapeOf<accounts.Deletion>();
const accountOf = shapeOf<account.Account>();
const staff = shapeOf<roles.Staff>();
const auditEntry = shapeOf<audit.AuditEntry>();
export type Profile = typeof profile;
export type PrivateProfile = typeof privateProfile;
export type UsernameClaim = typeof usernameClaim;
export type Deletion = typeof deletion;
export type Account = typeof accountOf;
export type Staff = typeof staff;
export type AuditEntry = typeof auditEntry;

/** The documents of people and their accounts that clients may read or write. */
export const accountsDocuments = (db: Firestore) => ({
  /** What everybody sees of somebody. To write one's own: `saveProfile`, which claims the name. */
  profile: (uid: string): DocumentReference<Profile, Profile> =>
    doc(typed<Profile>(db, "users"), uid),
  /** What is somebody's own business; they alone read and write it. */
  privateProfile: (uid: string): DocumentReference<PrivateProfile, PrivateProfile> =>
    doc(typed<PrivateProfile>(db, `users/${uid}/private`), "account"),
  /** Whose a name is, however it is spelt. None there: it is free. First ask `usernameProblem`. */
  username: (name: string): DocumentReference<UsernameClaim, UsernameClaim> =>
    doc(typed<UsernameClaim>(db, "usernames"), name.toLowerCase()),
  /** When an account that is being deleted will be gone; for its owner and admins. */
  deletion: (uid: string): DocumentReference<Deletion, Deletion> =>
    doc(typed<Deletion>(db, "deletions"), uid),
  /** What the server knows of an account, for admins. */
  account: (uid: string): DocumentReference<Account, Account> =>
    doc(typed<Account>(db, "accounts"), uid),
  /** One's own role in the house; for admins anybody's. */
  staffMember: (uid: string): DocumentReference<Staff, Staff> =>
    doc(typed<Staff>(db, "staff"), uid),

  // For admins, by pages: `query(profiles, orderBy("createdAt", "desc"), limit(50))`.
  profiles: typed<Profile>(db, "users"),
  usernames: typed<UsernameClaim>(db, "usernames"),
  accounts: typed<Account>(db, "accounts"),
  deletions: typed<Deletion>(db, "deletions"),
  staff: typed<Staff>(db, "staff"),
  audit: typed<AuditEntry>(db, "audit"),

  /** For admins: who did what to what, the latest first. Page on with `startAfter(lastSnapshot)`. */
  newestAudit: (pageSize = 20): Query<AuditEntry, AuditEntry> =>
    newest(typed<AuditEntry>(db, "audit"), "at", pageSize),
  /** For admins: what was done to one thing, by its path: `accounts/…`. */
  auditOf: (subject: string, pageSize = 20): Query<AuditEntry, AuditEntry> =>
    newest(typed<AuditEntry>(db, "audit"), "at", pageSize, where("subject", "==", subject)),
});

export type AccountsDocuments = ReturnType<typeof accountsDocuments>;
