import * as z from "zod";
import { documents } from "../core/db.ts";
import { idOf } from "../core/id.ts";
import {
  line,
  mailAddress,
  optionalLine,
  optionalText,
  timestamp,
  timeZone,
} from "../core/schema.ts";
import { usernameProblem } from "./names.ts";

/** As people write it; two names that differ in case alone are one name. */
export const Username = z.string().refine((name) => usernameProblem(name) === undefined, {
  error: ({ input }) => usernameProblem(String(input)),
});

/**
 * `usernames/{name in lower case}`: whose name it is. There for as long as that person's profile
 * bears the name. Rules: section accounts.
 */
export const UsernameClaim = z.strictObject({ uid: z.string(), createdAt: timestamp });
export type UsernameClaim = z.output<typeof UsernameClaim>;

/** Where avatars may come from: a page that shows one tells its host who looks at it. */
export const avatarHosts = [
  "lh3.googleusercontent.com",
  "avatars.githubusercontent.com",
  "www.gravatar.com",
  "firebasestorage.googleapis.com",
] as const;

const withoutAddress = (text: string) => !/[^\s]@[^\s]/.test(text);

/** `users/{uid}`: what everybody may see of a person; no address. Rules: section accounts. */
export const Profile = z.strictObject({
  /** In the person's own spelling; the claim in `usernames` has it in lower case. */
  username: Username,
  displayName: line(80).refine(withoutAddress, "must not hold an e-mail address"),
  bio: optionalText(500).refine(withoutAddress, "must not hold an e-mail address"),
  /** Empty, or an https address on one of `avatarHosts`, without quotes or brackets. */
  avatar: z
    .string()
    .regex(
      new RegExp(
        `^$|^https://(${avatarHosts.map((host) => host.replaceAll(".", "\\.")).join("|")})/[A-Za-z0-9/._~?&=%:+-]{1,400}$`,
      ),
      `must be empty or an https address on ${avatarHosts.join(", ")}`,
    ),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Profile = z.output<typeof Profile>;

/** `users/{uid}/private/account`: what is the person's own business. Rules: section accounts. */
export const PrivateProfile = z.strictObject({
  fullName: optionalLine(120),
  /** Empty, or as E.164: "+4940123456". */
  phone: z.string().regex(/^$|^\+[1-9][0-9]{6,14}$/, "must be empty or like +4940123456"),
  /** BCP 47: "de", "en-GB". */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'must be like "en-GB"'),
  /** IANA: "Europe/Berlin". */
  timeZone,
  newsletter: z.boolean(),
  updatedAt: timestamp,
});
export type PrivateProfile = z.output<typeof PrivateProfile>;

/** `invitations/{hash of the address}`: who may sign up where that takes one. Server only. */
export const Invitation = z.strictObject({
  email: mailAddress,
  invitedBy: z.string(),
  createdAt: timestamp,
  /** Checked when it is used; the TTL on it tidies up. */
  expiresAt: timestamp,
});
export type Invitation = z.output<typeof Invitation>;

/** The mails that hold a link made by Firebase Authentication. */
export const LinkKind = z.enum(["verify", "reset", "change"]);
export type LinkKind = z.output<typeof LinkKind>;

/**
 * `linkRequests/{hash of kind and address}`: a mail with a link that somebody has asked for. Made
 * whether the address is known or not; what comes of it happens behind the caller's back. Server
 * only.
 */
export const LinkRequest = z.strictObject({
  kind: LinkKind,
  /** Where the mail goes: of a change, the new address. */
  email: mailAddress,
  /** Whose account it is about; null where the caller need not be signed in. */
  uid: z.string().nullable(),
  requestedAt: timestamp,
  /** The how manieth in a row, without a day in between. */
  times: z.int().min(1),
  /** When a sweep looks at it (again). Gone once the mail is queued, or nobody has the address. */
  nextAt: timestamp.optional(),
  /** TTL. */
  expiresAt: timestamp,
});
export type LinkRequest = z.output<typeof LinkRequest>;

/**
 * Requested, then (once the days of grace are over) erasing, then closing: all is gone but what
 * keeps tokens that are still alive out, and that goes an hour later.
 */
export const DeletionState = z.enum(["requested", "erasing", "closing"]);
export type DeletionState = z.output<typeof DeletionState>;

/** `deletions/{uid}`: an account on its way out. Its owner reads it; the server alone writes. */
export const Deletion = z.strictObject({
  state: DeletionState,
  requestedAt: timestamp,
  /** Until then the owner may change their mind. */
  dueAt: timestamp,
  /** When a sweep looks at it (again). */
  nextAt: timestamp,
  /** Stands for the person in what must be kept. */
  alias: z.string(),
  /** Where the end is told: a confirmed address, or nowhere. */
  notify: mailAddress.nullable(),
  /** Addresses known when it began, for what was sent to them. */
  emails: z.array(mailAddress),
});
export type Deletion = z.output<typeof Deletion>;

export const profiles = documents("users", Profile);
export const privateProfiles = (uid: string) => documents(`users/${uid}/private`, PrivateProfile);
export const usernames = documents("usernames", UsernameClaim);
export const invitations = documents("invitations", Invitation);
/** Two addresses that differ in case alone are one. */
export const invitationOf = (email: string) =>
  invitations.doc(idOf("invitation", email.toLowerCase()));
export const linkRequests = documents("linkRequests", LinkRequest);
export const deletions = documents("deletions", Deletion);
