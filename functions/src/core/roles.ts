import * as z from "zod";
import { documents } from "./db.ts";
import { refuse } from "./refuse.ts";

/** What staff may be. Everybody else is a customer and has no staff document. */
export const Role = z.enum(["admin", "order_manager", "inventory_manager"]);
export type Role = z.output<typeof Role>;

/** `staff/{uid}`: the authority on who may do what. Written by the server alone. */
export const Staff = z.strictObject({ role: Role, disabled: z.boolean() });
export type Staff = z.output<typeof Staff>;

export const staff = documents("staff", Staff);

/**
 * The role that a staff document gives, if it is one of `allowed`: a custom claim may be an hour old,
 * so none is looked at. An admin may do what any role may.
 * Refuses `permission-denied` with `not-staff`, `disabled` or `wrong-role`.
 */
export function roleOf(member: Staff | undefined, allowed: readonly Role[]): Role {
  if (!member) refuse("permission-denied", "not-staff", "Only staff may do this.");
  if (member.disabled) refuse("permission-denied", "disabled", "This account is disabled.");
  if (member.role !== "admin" && !allowed.includes(member.role)) {
    refuse("permission-denied", "wrong-role", `This takes the role ${allowed.join(" or ")}.`, {
      roles: allowed,
    });
  }
  return member.role;
}

/** `roleOf` the staff document of `uid`. Billed one read. */
export const requireRole = async (uid: string, allowed: readonly Role[]): Promise<Role> =>
  roleOf((await staff.doc(uid).get()).data(), allowed);
