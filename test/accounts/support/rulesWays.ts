import fc, { type Arbitrary } from "fast-check";
import type { DocumentData } from "firebase/firestore/lite";
import { reservedNames } from "../../../functions/src/accounts/names.ts";
import {
  avatarHosts,
  PrivateProfile,
  Profile,
  UsernameClaim,
} from "../../../functions/src/accounts/schema.ts";
import { type Way, way } from "../../support/differential.ts";
import { flags, mostly, oneLines, texts } from "../../support/rulesArbitraries.ts";
import { SERVER_TIME, type Write } from "../../support/rulesWire.ts";
import { claim, named, privateProfile, profile, standing } from "./rulesDocuments.ts";

// How clients write what is accounts'.

/** What stands before. */
export const before: Record<string, DocumentData> = {
  ...named("ada", "Ada_99"),
  "users/ada/private/account": standing(privateProfile()),
};

const usernames = mostly(
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{4,19}$/),
  fc.oneof(
    fc.constantFrom(...reservedNames, ...reservedNames.map((word) => word.toUpperCase())),
    fc.stringMatching(/^[A-Za-z0-9_. -]{1,22}$/),
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{2}$/),
    fc.constantFrom("\u212Aelvin", "K\u0130M", "ada\n", "\nada", "ad\u0430", "ada\u200b", "ad/a"),
  ),
);

/** Words among which an @ stands, now and then with something on either side of it. */
const withAt = fc
  .array(fc.constantFrom("@", "a", " ", "\u00a0", "\u2003", "\u000b", "\ufeff", "\n", "é", "😀"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
const saying = (right: Arbitrary<string>) =>
  fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: withAt });

const avatars = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        mostly(
          fc.constant("https://"),
          fc.constantFrom("http://", "//", "HTTPS://", " https://", "javascript:", "https:/"),
        ),
        mostly(
          fc.constantFrom<string>(...avatarHosts),
          fc.constantFrom("example.com", "wwwxgravatar.com", "a@www.gravatar.com", "gravatar.com"),
        ),
        mostly(
          fc.constant("/"),
          fc.constantFrom("", "@", ":80/", ".example.com/", "\\", "@example.com/"),
        ),
        mostly(
          fc.oneof(
            fc.stringMatching(/^[A-Za-z0-9/._~?&=%:+-]{1,30}$/),
            fc.constant("x".repeat(400)),
          ),
          fc.oneof(
            fc.string({ unit: "binary-ascii", maxLength: 3 }),
            fc.constantFrom("", "x".repeat(401), "x\n", "é", "\u2028x"),
          ),
        ),
      )
      .map((parts) => parts.join("")),
  },
);

const like = (right: RegExp, ...wrong: string[]): Arbitrary<string> =>
  mostly(
    fc.stringMatching(right),
    fc.oneof(
      fc.constantFrom("", " ", ...wrong),
      fc
        .tuple(fc.stringMatching(right), fc.constantFrom("\n", " ", "-", "/", "+", "é"))
        .map((parts) => parts.join("")),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    ),
  );

/** As people change theirs: now and then only how it is spelt. */
const respelt = fc.oneof(
  { weight: 3, arbitrary: usernames },
  { weight: 1, arbitrary: fc.constantFrom("Ada_99", "ADA_99", "ada_99") },
);

const profileFields = (username: Arbitrary<string>) =>
  fc.record({
    username,
    displayName: saying(oneLines(80)),
    bio: saying(fc.oneof(texts(500), fc.constant(""))),
    avatar: avatars,
  });

const privateFields = fc.record({
  fullName: fc.oneof(oneLines(120), fc.constant("")),
  phone: like(/^(\+[1-9][0-9]{6,14})?$/, "+0123456", "+123456", "0049", "+1234567890123456"),
  language: like(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, "DE", "en_GB", "a-b", "de-a-b-c"),
  timeZone: like(/^[A-Za-z0-9_+-]{1,30}(\/[A-Za-z0-9_+-]{1,30}){0,2}$/, "A//B", "/A", "A/B/C/D"),
  newsletter: flags,
});

/** The claim that a profile should come with; of a name that can be no id, some other. */
const claimed = (uid: string, { username }: DocumentData): Write => ({
  path: `usernames/${idOf(username)}`,
  create: { uid, createdAt: SERVER_TIME },
});

const idOf = (username: unknown): string =>
  typeof username === "string" && /^(?!\.{1,2}$)(?!__)[^/]{1,1500}$/.test(username)
    ? username.toLowerCase()
    : "nameless";

/** A name's claim moves along with it, and stays where the name is but spelt otherwise. */
const renamed = (uid: string, document: DocumentData): Write[] =>
  idOf(document.username) === "ada_99"
    ? []
    : [claimed(uid, document), { path: "usernames/ada_99", remove: true }];

const stamps = { createdAt: SERVER_TIME, updatedAt: SERVER_TIME };

export const ways: Record<string, Way> = {
  "somebody takes a name": way({
    schema: UsernameClaim,
    path: "usernames/eve_7",
    by: "eve",
    good: claim("eve"),
    along: () => [{ path: "users/eve", create: { ...profile({ username: "Eve_7" }), ...stamps } }],
  }),
  "a profile is made": way({
    schema: Profile,
    path: "users/eve",
    by: "eve",
    good: profile(),
    free: profileFields(usernames),
    along: (document) => [claimed("eve", document)],
  }),
  "a profile is changed": way({
    schema: Profile,
    path: "users/ada",
    by: "ada",
    good: { ...before["users/ada"], updatedAt: SERVER_TIME },
    free: profileFields(respelt),
    along: (document) => renamed("ada", document),
  }),
  "a private half is made": way({
    schema: PrivateProfile,
    path: "users/eve/private/account",
    by: "eve",
    good: privateProfile(),
    free: privateFields,
  }),
  "a private half is changed": way({
    schema: PrivateProfile,
    path: "users/ada/private/account",
    by: "ada",
    good: privateProfile(),
    free: privateFields,
  }),
};
