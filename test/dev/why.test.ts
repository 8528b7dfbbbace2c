import assert from "node:assert/strict";
import { doc, getDoc } from "firebase/firestore/lite";
import { edited, rulesetOf } from "../../dev/rules/sections.ts";
import { why } from "../../dev/why/why.ts";
import { openLite } from "../support/databases.ts";
import { running } from "../support/firestore.ts";
import { rulesText } from "../support/rules.ts";

describe("npm run why", () => {
  /** Those of core: the emulator reads them sooner than all. */
  const others = rulesetOf(rulesText).sections.filter(({ name }) => !/shared|core/.test(name));
  const rules = edited(
    rulesText,
    others.map((section) => ({ ...section, text: "" })),
  );
  const ask = (...words: string[]) => why(running, rules, words);
  const [customer, admin] = [
    ["--as", "customer@example.com"],
    ["--as", "demo-admin"],
  ];
  const lineOf = (match: string) => rules.split("\n").findIndex((line) => line.includes(match)) + 2;

  it("says which line and expression deny it to somebody, named by address or uid", async () => {
    assert.equal(
      await ask("get", "audit/one", ...customer),
      `firestore.rules:${lineOf("match /audit/")}  does not allow get, because hasRole(['admin']) → exists(…/staff/$(request.auth.uid)) is false
                       …/staff/$(request.auth.uid) is staff/demo-customer`,
    );
    assert.equal(await ask("get", "audit/one", ...admin), undefined);
  });

  it("asks as nobody where nobody is named", async () => {
    assert.match(
      (await ask("get", "audit/one")) ?? "",
      /because hasRole\(\['admin'\]\) → isSignedIn\(\) → request\.auth != null is false\n +request\.auth is null$/,
    );
  });

  it("asks for lists with their bounds", async () => {
    const mails = ["list", "mail", "--where", "confidential == false", ...admin];
    assert.equal(
      await ask(...mails, "--order", "delivery.startTime desc", "--limit", "50"),
      undefined,
    );
    const long = await ask(...mails, "--limit", "51");
    assert.match(
      long ?? "",
      /request\.query\.limit <= max is false\n +request\.query\.limit is 51\n +max is 50$/,
    );
    const unbound = await ask("list", "mail", "--limit", "50", ...admin);
    assert.match(
      unbound ?? "",
      /== false is an error\n +before\(\)\.confidential: the query does not say which confidential$/,
    );
    assert.match((await ask("list", "staff", "--everywhere", ...admin)) ?? "", /firestore\.rules/);
  });

  it("writes nothing, whatever the rules say", async () => {
    const open = rules.replace(
      "match /audit/{id} {",
      "match /audit/{id} { allow create: if request.resource.data.at == request.time && request.resource.data.then == timestamp.date(2026, 12, 24);",
    );
    const entry = '{ "at": "@now", "then": "@2026-12-24T00:00:00Z" }';
    assert.equal(await why(running, open, ["create", "audit/why", entry]), undefined);
    const written = await getDoc(doc(openLite(running.project, "owner"), "audit/why"));
    assert.equal(written.exists(), false);
    assert.match((await ask("create", "audit/why", entry)) ?? "", /never allows create/);
    assert.match((await ask("delete", "audit/why")) ?? "", /never allows delete/);
  });

  it("refuses what is no request", async () => {
    await assert.rejects(ask(), /npm run why -- <get\|list\|/);
    await assert.rejects(
      ask("get", "audit/one", "--as", "who@example.com"),
      /Nobody has signed up/,
    );
    await assert.rejects(ask("update", "audit/one", "{"), /is no JSON/);
    await assert.rejects(ask("list", "audit", "--where", "subject"), /is no bound/);
  });
});
