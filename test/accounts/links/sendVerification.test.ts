import assert from "node:assert/strict";
import { sendVerification } from "../../../functions/src/accounts/sendVerification.ts";
import { accounts } from "../../../functions/src/core/accounts.ts";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { call, callWith, type Person, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { account, guest } from "./support/people.ts";
import { requestCount, requestOf } from "./support/requests.ts";

const ask = (person: Person | undefined) => call(sendVerification, person, {});

describe("accounts: asking to confirm one's address", () => {
  const { pass } = useStillClock();

  it("makes a request in the caller's name, for two reads and one write", async () => {
    const person = await account();
    const bill = await firestore.costOf(async () => assert.deepEqual(await ask(person), {}));
    // Whether they are shut out, and the request.
    assert.deepEqual(bill, { reads: 2, writes: 1, deletes: 0 });
    const request = await requestOf("verify", person.token.email);
    assert.deepEqual([request?.uid, request?.requestedAt], [person.uid, stamp()]);
    assert.equal(await requestCount(), 1);
  });

  it("is refused once more within a minute, and goes through a minute later", async () => {
    const person = await account();
    await ask(person);
    pass(MINUTE - 1);
    const about = await refused(ask(person), "resource-exhausted", "too-many-requests");
    assert.equal(about.retryAfterSeconds, 1);
    pass(1);
    await ask(person);
    assert.deepEqual((await requestOf("verify", person.token.email))?.requestedAt, stamp());
  });

  it("is refused to guests, to who is confirmed, to nobody and to who is shut out", async () => {
    const confirmed = await account("password", { emailVerified: true });
    const disabled = await account();
    const shutOut = { disabled: true, validAfter: 0, email: null, seenSince: 0 };
    await accounts.doc(disabled.uid).set(shutOut);
    await refused(ask(guest()), "failed-precondition", "no-address");
    await refused(ask(confirmed), "failed-precondition", "already-verified");
    await refused(ask(undefined), "unauthenticated", "signed-out");
    await refused(ask(disabled), "permission-denied", "disabled");
    assert.equal(await requestCount(), 0);
  });

  it("takes no address: it goes to the caller's own", async () => {
    const attempt = callWith(sendVerification, await account(), { email: "other@example.com" });
    await refused(attempt, "invalid-argument", "invalid-input");
    assert.equal(await requestCount(), 0);
  });
});
