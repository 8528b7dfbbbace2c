import assert from "node:assert/strict";
import { RulesEmulator } from "../../../dev/prove/emulator.ts";
import { concerning, matchesOf, racesIn, replay } from "../../../dev/prove/replay.ts";
import { rulesetOf } from "../../../dev/rules/sections.ts";
import { idToken } from "../../support/databases.ts";
import { clearFirestore, running } from "../../support/firestore.ts";
import type { Recorded } from "../../support/recording.ts";

const rules = (condition: string) => `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    // ── shop ───
    match /things/{thing} {
      allow create: if ${condition};
      allow get: if true;
    }
    match /others/{other} {
      allow get: if true;
    }
  }
}
`;

const project = `demo-replay-${process.pid}`;
const documents = "/v1/projects/{project}/databases/(default)/documents";
const token = `Bearer ${idToken(project, "customer", {})}`;
const request = (fields: Partial<Recorded>): Recorded => ({
  method: "GET",
  path: `${documents}/things/one`,
  body: null,
  authorization: token,
  isLet: true,
  wave: 1,
  test: "a test",
  ...fields,
});
const creation = (id: string, size: number, wave: number, isLet: boolean) =>
  request({
    method: "POST",
    path: `${documents}:commit`,
    body: JSON.stringify({
      writes: [
        {
          update: {
            name: `${documents.slice(4)}/things/${id}`,
            fields: { size: { integerValue: String(size) } },
          },
          currentDocument: { exists: false },
        },
      ],
    }),
    isLet,
    wave,
  });
const requests = [
  creation("small", 9, 1, true),
  creation("large", 10, 2, false),
  request({ wave: 3 }),
  request({ path: `${documents}/others/one`, wave: 3 }),
];

describe("dev: a recording", () => {
  const emulator = new RulesEmulator(running.hosts.firestore);
  const differs = async (condition: string) => {
    await emulator.putRules(project, rules(condition));
    await emulator.clear(project);
    return (await replay(emulator, project, requests))?.request;
  };
  after(async () => {
    emulator.close();
    await clearFirestore(project);
  });

  it("is answered by the same rules as it was", async () => {
    assert.equal(await differs("request.resource.data.size < 10"), undefined);
  });

  it("shows what is let through and was not, and the other way round", async () => {
    assert.equal(await differs("request.resource.data.size <= 10"), requests[1]);
    assert.equal(await differs("request.resource.data.size < 9"), requests[0]);
  });

  it("leaves out who came first of several that were asked at once, as one person, for one document", () => {
    const [first, second] = [creation("same", 1, 1, true), creation("same", 2, 1, false)];
    const other = creation("other", 1, 1, true);
    assert.deepEqual(racesIn([first, second, other]), new Set([first, second]));
    assert.deepEqual(racesIn([first, { ...second, wave: 2 }, other]), new Set());
  });

  it("is cut down to what is about a collection, and to the writes that were let through", () => {
    const about = matchesOf(requests, rulesetOf(rules("true")).matches);
    const of = (path: string) =>
      concerning(requests, (one) => about.get(one)?.some((match) => match.path === path) ?? false);
    assert.deepEqual(of("/things/{thing}"), requests.slice(0, 3));
    assert.deepEqual(of("/others/{other}"), [requests[0], requests[3]]);
  });
});
