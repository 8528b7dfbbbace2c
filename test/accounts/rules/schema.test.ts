import assert from "node:assert/strict";
import fc, { type Arbitrary } from "fast-check";
import { reservedNames, usernameProblem } from "../../../functions/src/accounts/names.ts";
import { avatarHosts, PrivateProfile, Profile } from "../../../functions/src/accounts/schema.ts";
import { guarded, putRules, rulesText } from "../../support/rules.ts";
import {
  asRead,
  documents,
  flags,
  mostly,
  oneLines,
  serverTimes,
  shown,
  texts,
} from "../../support/rulesArbitraries.ts";
import { SERVER_TIME, wire } from "../../support/rulesWire.ts";

/** The seed is fixed, so that what fails once fails again. */
const runs = { numRuns: 200, seed: 20261123 };

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

const shapes = {
  profile: documents({
    username: usernames,
    displayName: saying(oneLines(80)),
    bio: saying(fc.oneof(texts(500), fc.constant(""))),
    avatar: avatars,
    createdAt: serverTimes,
    updatedAt: serverTimes,
  }),
  private: documents({
    fullName: fc.oneof(oneLines(120), fc.constant("")),
    phone: like(/^(\+[1-9][0-9]{6,14})?$/, "+0123456", "+123456", "0049", "+1234567890123456"),
    language: like(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, "DE", "en_GB", "a-b", "de-a-b-c"),
    timeZone: like(/^[A-Za-z0-9_+-]{1,30}(\/[A-Za-z0-9_+-]{1,30}){0,2}$/, "A//B", "/A", "A/B/C/D"),
    newsletter: flags,
    updatedAt: serverTimes,
  }),
};

describe("accounts rules: against the schema", () => {
  const { project } = guarded("accounts-schema");
  const { create, createAll } = wire(project);

  /** Fails for the first document that the rules and the schema judge differently. */
  const agree = async (
    drawn: Arbitrary<Record<string, unknown>>,
    isRight: (document: Record<string, unknown>) => boolean,
    write: (n: number, document: Record<string, unknown>) => Promise<boolean>,
  ) => {
    // The emulator keeps every value that rules have seen, until they are put anew.
    await putRules(project, rulesText);
    let [tried, taken] = [0, 0];
    const agreed = fc.asyncProperty(drawn, async (document) => {
      const created = await write(tried++, document);
      if (created) taken++;
      const verdict = `the rules ${created ? "take" : "refuse"} ${shown(document)}`;
      assert.equal(created, isRight(document), verdict);
    });
    await fc.assert(agreed, runs);
    assert.ok(taken > tried / 4 && taken < tried * 0.9, `${taken} of ${tried} were taken`);
  };

  it("let profiles be created exactly if the schema takes them", async () => {
    const claimed = new Set<string>();
    const unclaimed = shapes.profile.filter(({ username }) => !claimed.has(nameOf(username)));
    await agree(
      unclaimed,
      (document) => Profile.safeParse(asRead(document)).success,
      (n, document) => {
        const [uid, name] = [`owner-${n}`, nameOf(document.username)];
        claimed.add(name);
        return createAll(uid, {
          [`users/${uid}`]: document,
          [`usernames/${name}`]: { uid, createdAt: SERVER_TIME },
        });
      },
    );
  });

  it("let private halves be created exactly if the schema takes them", () =>
    agree(
      shapes.private,
      (document) => PrivateProfile.safeParse(asRead(document)).success,
      (n, document) => create(`owner-${n}`, `users/owner-${n}/private/account`, document),
    ));

  it("reserve the same words", () => {
    const [, list = ""] = /name\.lower\(\) in \[([^\]]+)\]/.exec(rulesText) ?? [];
    const words = [...list.matchAll(/'([^']*)'/g)].map(([, word]) => word);
    assert.deepEqual(words, reservedNames);
  });

  it("take pictures from the same hosts", () => {
    const [, list = ""] = /'https:\/\/\(([^)]+)\)/.exec(rulesText) ?? [];
    assert.deepEqual(list.replaceAll("[.]", ".").split("|"), avatarHosts);
  });
});

describe("accounts: a username", () => {
  it("is told what is wrong with it, before anybody is asked", () => {
    const shape = "must be 3 to 20 letters, digits or _, a letter first";
    for (const right of ["Ada", "a_9", "x".repeat(20)]) {
      assert.equal(usernameProblem(right), undefined, right);
    }
    for (const wrong of [
      "",
      "ad",
      "x".repeat(21),
      "9ad",
      "_ad",
      "a-d",
      "adé",
      "ada\n",
      "\u212Aim",
    ]) {
      assert.equal(usernameProblem(wrong), shape, wrong);
    }
    for (const word of reservedNames) {
      assert.equal(usernameProblem(word), "is reserved");
      assert.equal(usernameProblem(word.toUpperCase()), "is reserved");
    }
  });

  it("is refused by the schema in the same words", () => {
    const messages = (username: string) =>
      Profile.shape.username.safeParse(username).error?.issues.map(({ message }) => message);
    for (const name of ["Ada", "ad", "Admin", "a b"]) {
      assert.equal(messages(name)?.[0], usernameProblem(name), name);
    }
  });
});

/** The id of the claim that a document should have; of a name that can be no id, some other. */
const nameOf = (username: unknown): string =>
  typeof username === "string" && /^[^/]+$/.test(username) ? username.toLowerCase() : "nameless";
