import * as z from "zod";
import { documents } from "./db.ts";
import { refuse } from "./refuse.ts";

/** What staff may be. Everybody else is a customer and has no staff document. */
export const Role = z.enum(["admin", "order_manager", "inventory_manager"]);
export type Role = z.output<typeof Role>;

/** `staff/{uid}`: the authority on who may do what. Written by the server alone. */
export const Staff = z.strictObject({ role: Role, disabled: z.boolean() });

export const staff = documents("staff", Staff);

/**
 * The caller's role, read from the staff document: a custom claim may be an hour old.
 * An admin may do what any role may. Billed one read.
 * Refuses `permission-denied` with `not-staff`, `disabled` or `wrong-role`.
 */
export async function requireRole(uid: string, allowed: readonly Role[]): Promise<Role> {
  const member = (await staff.doc(uid).get()).data();
  if (!member) refuse("permission-denied", "not-staff", "Only staff may do this.");
  if (member.disabled) refuse("permission-denied", "disabled", "This staff account is disabled.");
  if (member.role !== "admin" && !allowed.includes(member.role)) {
    refuse("permission-denied", "wrong-role", `This takes the role ${allowed.join(" or ")}.`, {
      roles: allowed,
    });
  }
  return member.role;
}
