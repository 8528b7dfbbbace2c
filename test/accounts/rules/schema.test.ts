import assert from "node:assert/strict";
import { reservedNames, usernameProblem } from "../../../functions/src/accounts/names.ts";
import { avatarHosts, Profile } from "../../../functions/src/accounts/schema.ts";
import { heldToSchemas } from "../../support/differential.ts";
import { rulesText } from "../../support/rules.ts";
import { before, ways } from "../support/rulesWays.ts";

describe("accounts rules: take exactly what the schemas take", () => {
  heldToSchemas("accounts", before, ways);

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
