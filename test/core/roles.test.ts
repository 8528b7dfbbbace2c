import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Role, requireRole, Staff, staff } from "../../functions/src/core/roles.ts";
import { refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";

const allowances: Role[][] = [
  [],
  ["admin"],
  ["order_manager"],
  ["inventory_manager"],
  ["order_manager", "inventory_manager"],
];

async function employ(role: Role, disabled = false): Promise<string> {
  const uid = `staff-${randomUUID()}`;
  await staff.doc(uid).set({ role, disabled });
  return uid;
}

describe("core: roles", () => {
  before(() => clearFirestore());

  for (const allowed of allowances) {
    const which = allowed.join(" or ") || "no role but admin's";
    for (const role of Role.options) {
      const may = role === "admin" || allowed.includes(role);
      it(`what takes ${which}: ${role} ${may ? "may" : "may not"}`, async () => {
        const attempt = requireRole(await employ(role), allowed);
        if (may) {
          assert.equal(await attempt, role);
        } else {
          const { roles } = await refused(attempt, "permission-denied", "wrong-role");
          assert.deepEqual(roles, allowed);
        }
      });

      it(`what takes ${which}: ${role} may not when disabled`, async () => {
        const attempt = requireRole(await employ(role, true), allowed);
        await refused(attempt, "permission-denied", "disabled");
      });
    }

    it(`what takes ${which}: who is not staff may not`, async () => {
      const attempt = requireRole(`nobody-${randomUUID()}`, allowed);
      await refused(attempt, "permission-denied", "not-staff");
    });
  }

  it("are looked up in one read", async () => {
    const uid = await employ("order_manager");
    const bill = await firestore.costOf(() => requireRole(uid, ["order_manager"]));
    assert.deepEqual(bill, { reads: 1, writes: 0, deletes: 0 });
  });

  it("are one of three, with whether the account is disabled and nothing else", () => {
    const member = { role: "admin", disabled: false };
    assert.deepEqual(Staff.parse(member), member);
    for (const wrong of [
      { ...member, role: "owner" },
      { ...member, disabled: "no" },
      { ...member, since: 2020 },
      { role: "admin" },
    ]) {
      assert.ok(!Staff.safeParse(wrong).success, JSON.stringify(wrong));
    }
  });
});
