import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testKeyIn } from "../../../dev/payments/testKey.ts";
import { secrets, writeSecrets } from "../../../dev/secrets.ts";

describe("dev: secrets", () => {
  let folder = "";
  let file = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kindling-secrets-"));
    file = join(folder, ".secret.local");
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const text = () => readFileSync(file, "utf8");

  it("are all there, in a file that was not", () => {
    writeSecrets({}, file);
    assert.equal(
      text(),
      "SMTP_PASSWORD=none-needed-locally\nSTRIPE_SECRET_KEY=sk_test_local\nSTRIPE_WEBHOOK_SECRET=whsec_local\n",
    );
  });

  it("stay as they are in the file, with all else in it, and the missing ones join them", () => {
    const own = "# mine\nSMTP_PASSWORD=own\nOTHER='a=b'\nSTRIPE_WEBHOOK_SECRET=\"whsec_own\"";
    writeFileSync(file, own);
    writeSecrets({}, file);
    assert.equal(text(), `${own}\nSTRIPE_SECRET_KEY=sk_test_local\n`);
    writeSecrets({}, file);
    assert.equal(text(), `${own}\nSTRIPE_SECRET_KEY=sk_test_local\n`);
    const { SMTP_PASSWORD, STRIPE_WEBHOOK_SECRET } = secrets(file);
    assert.deepEqual([SMTP_PASSWORD, STRIPE_WEBHOOK_SECRET], ["own", "whsec_own"]);
  });

  it("of a Stripe account are put in, and taken out again", () => {
    writeSecrets({}, file);
    const before = text();
    const takeOut = writeSecrets({ STRIPE_SECRET_KEY: "sk_test_$&" }, file);
    assert.equal(secrets(file).STRIPE_SECRET_KEY, "sk_test_$&");
    assert.equal(secrets(file).STRIPE_WEBHOOK_SECRET, "whsec_local");
    takeOut();
    assert.equal(text(), before);
  });

  describe("of Stripe", () => {
    const local = { ...secrets("none") };

    it("are those of the environment, if it has a test key", () => {
      const environment = { STRIPE_SECRET_KEY: "sk_test_1", STRIPE_WEBHOOK_SECRET: "whsec_1" };
      assert.deepEqual(testKeyIn(environment, local), environment);
      const restricted = { STRIPE_SECRET_KEY: "rk_test_1" };
      assert.deepEqual(testKeyIn(restricted, local), restricted);
    });

    it("are none without a key: payments are simulated", () => {
      assert.deepEqual(testKeyIn({}, local), {});
      assert.deepEqual(testKeyIn({ STRIPE_SECRET_KEY: "" }, local), {});
      assert.deepEqual(testKeyIn({ STRIPE_SECRET_KEY: "sk_test_local" }, local), {});
      assert.deepEqual(testKeyIn({ STRIPE_WEBHOOK_SECRET: "whsec_1" }, local), {});
    });

    it("are refused if they are live, or anything else, wherever they are", () => {
      for (const key of ["sk_live_1", "rk_live_1", "pk_test_1", "x"]) {
        assert.throws(
          () => testKeyIn({ STRIPE_SECRET_KEY: key }, local),
          /in the environment is not a test key/,
        );
        assert.throws(
          () => testKeyIn({}, { ...local, STRIPE_SECRET_KEY: key }),
          /functions\/\.secret\.local is not a test key/,
        );
      }
    });
  });
});
