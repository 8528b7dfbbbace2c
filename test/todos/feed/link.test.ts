import assert from "node:assert/strict";
import fc from "fast-check";
import { askedFor, linkOf } from "../../../functions/src/todos/feed/link.ts";
import { withSetting } from "../support/pureSettings.ts";

const SECRET = "aZ09_-".padEnd(43, "x");

/** What comes after the function's name, as the platform hands it over: not decoded. */
const pathOf = (link: string) => new URL(link).pathname.replace(/^.*\/todos-feed/, "");

describe("todos: the link of a feed", () => {
  it("asks for whom and by what secret it was made, whatever the uid", () => {
    const uids = fc
      .string({ unit: "binary", minLength: 1, maxLength: 128 })
      .filter((uid) => uid.length <= 128 && !/\/|^\.\.?$|^__.*__$/s.test(uid));
    const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(uids, secrets, (uid, bytes) => {
        const secret = Buffer.from(bytes).toString("base64url");
        assert.deepEqual(askedFor(pathOf(linkOf(uid, secret))), { uid, secret });
      }),
      { seed: 20261122, numRuns: 500 },
    );
    for (const uid of ["a b", "ä", "a%2F", "a?b#c", "__a", "a__", "...", "😀", "x.ics"]) {
      assert.deepEqual(askedFor(pathOf(linkOf(uid, SECRET))), { uid, secret: SECRET });
    }
  });

  it("is found behind whatever stands before it", () => {
    const asked = { uid: "ann", secret: SECRET };
    assert.deepEqual(askedFor(`/ann/${SECRET}.ics`), asked);
    assert.deepEqual(askedFor(`/demo/europe-west1/todos-feed/ann/${SECRET}.ics`), asked);
  });

  const strangers: Record<string, string> = {
    nothing: "",
    "a slash": "/",
    "no secret": "/ann",
    "no uid": `/${SECRET}.ics`,
    "an empty uid": `//${SECRET}.ics`,
    "a secret that is too short": `/ann/${SECRET.slice(1)}.ics`,
    "a secret that is too long": `/ann/${SECRET}x.ics`,
    "a secret of other characters": `/ann/${SECRET.slice(1)}!.ics`,
    "another ending": `/ann/${SECRET}.ical`,
    "more behind it": `/ann/${SECRET}.ics/more`,
    "a line behind it": `/ann/${SECRET}.ics\n`,
    "a uid with a slash": `/a%2Fb/${SECRET}.ics`,
    "a uid that is a path": `/%2E%2E/${SECRET}.ics`,
    "a uid that is this folder": `/./${SECRET}.ics`,
    "a uid that the database keeps for itself": `/__ann__/${SECRET}.ics`,
    "a uid that is not encoded right": `/%E0%A4%A/${SECRET}.ics`,
    "a uid that is too long": `/${"a".repeat(129)}/${SECRET}.ics`,
  };
  for (const [what, path] of Object.entries(strangers)) {
    it(`asks for nobody with ${what}`, () => assert.equal(askedFor(path), undefined));
  }

  it("begins where calendars are told to ask, else at the function's own address", () => {
    const own = `https://europe-west1-${process.env.GCLOUD_PROJECT}.cloudfunctions.net/todos-feed`;
    const tail = `/ann/${SECRET}.ics`;
    const link = () => linkOf("ann", SECRET);
    assert.equal(withSetting("FEED_URL", "", link), own + tail);
    assert.equal(
      withSetting("FEED_URL", "https://todos.example/feed", link),
      `https://todos.example/feed${tail}`,
    );
  });
});
