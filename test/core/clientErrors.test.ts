import assert from "node:assert/strict";
import { FirebaseError } from "firebase/app";
import { KindlingError } from "../../client/src/index.ts";

const said = "Addresses of this domain are not admitted. [domain-blocked]";

/** How Firebase Authentication hands on what a blocking function has said. */
const wordings = {
  "the emulator": `Firebase: ((HTTP request to http://127.0.0.1/x returned HTTP error 403: {"error":{"details":{"reason":"domain-blocked"},"message":"${said}","status":"PERMISSION_DENIED"}})) (auth/internal-error).`,
  "the SDK with all that it was answered": `Firebase: {"error":{"code":400,"message":"BLOCKING_FUNCTION_ERROR_RESPONSE : HTTP Cloud Function returned an error: {\\"error\\":{\\"message\\":\\"${said}\\",\\"status\\":\\"PERMISSION_DENIED\\"}}"}} (auth/internal-error).`,
  "production in words": `Firebase: HTTP Cloud Function returned an error. Code: 403, Status: "PERMISSION_DENIED", Message: "${said}" (auth/internal-error).`,
};

describe("core: an error as an app sees it", () => {
  for (const [whose, message] of Object.entries(wordings)) {
    it(`has code, reason and sentence of a blocking function, in the words of ${whose}`, () => {
      const error = KindlingError.from(new FirebaseError("auth/internal-error", message));
      assert.equal(`${error.code}/${error.reason}`, "permission-denied/domain-blocked");
      assert.equal(error.message, "Addresses of this domain are not admitted.");
      assert.equal(error.retryable, false);
    });
  }

  it("stays an internal error where nobody has said why", () => {
    const error = KindlingError.from(new FirebaseError("auth/internal-error", "Firebase: Error."));
    assert.equal(`${error.code}/${error.reason}`, "internal-error/internal-error");
  });
});
