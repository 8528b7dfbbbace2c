import assert from "node:assert/strict";
import { activeAdmins } from "../../functions/src/accounts/access/adminStays.ts";
import { project } from "../support/firestore.ts";
import { listed, needed } from "../support/indexes.ts";

describe("accounts: the indexes", () => {
  it("are those that the server's queries need, no more and no fewer", async () => {
    assert.deepEqual(await needed(project, () => activeAdmins()), listed("staff"));
  });
});
