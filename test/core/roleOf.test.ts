import assert from "node:assert/strict";
import { Role, roleOf } from "../../functions/src/core/roles.ts";
import { refused } from "../support/call.ts";

describe("core: the role of a staff document", () => {
  it("is enough where it is one of those allowed, and admin always", () => {
    assert.equal(roleOf({ role: "order_manager", disabled: false }, Role.options), "order_manager");
    assert.equal(roleOf({ role: "admin", disabled: false }, ["order_manager"]), "admin");
    assert.equal(roleOf({ role: "admin", disabled: false }, []), "admin");
  });

  it("is refused where it is another, in words and for programs", async () => {
    const attempt = async () =>
      roleOf({ role: "inventory_manager", disabled: false }, ["admin", "order_manager"]);
    const about = await refused(attempt(), "permission-denied", "wrong-role");
    assert.deepEqual(about.roles, ["admin", "order_manager"]);
    await assert.rejects(attempt(), { message: "This takes the role admin or order_manager." });
  });

  it("is none where there is no document or it is disabled, an admin's too", async () => {
    const nobody = async () => roleOf(undefined, Role.options);
    await refused(nobody(), "permission-denied", "not-staff");
    await assert.rejects(nobody(), { message: "Only staff may do this." });
    const disabled = async () => roleOf({ role: "admin", disabled: true }, Role.options);
    await refused(disabled(), "permission-denied", "disabled");
    await assert.rejects(disabled(), { message: "This account is disabled." });
  });
});
