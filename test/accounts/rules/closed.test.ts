import { collectionGroup, getDocs, limit, query, where } from "firebase/firestore/lite";
import { guarded } from "../../support/rules.ts";
import { deletion, named, privateProfile, standing } from "../support/rulesDocuments.ts";

/** What the server keeps to itself, and what nobody has thought of beside and below the rest. */
const unknown = [
  "invitations/x",
  "linkRequests/x",
  "limits/shop-placeOrder_customer",
  "users/customer/limits/accounts-deleteAccount",
  "users/admin/limits/accounts-deleteAccount",
  "users/customer/private/address",
  "users/customer/private/account/history/x",
  "users/customer/public/account",
  "users/customer/sessions/x",
  "users/customer/limits/x/y/z",
  "usernames/ada/history/x",
  "deletions/customer/steps/x",
  "invitations/x/y/z",
  "accounts/customer/devices/x",
  "staff/admin/roles/x",
  "mail/x/deliveries/y",
  "audit/x/y/z",
  "secrets/x",
];

describe("accounts rules: what no rule grants", () => {
  const { only, closed } = guarded("accounts-closed", {
    ...named("customer", "Ada"),
    "users/customer/private/account": standing(privateProfile()),
    "deletions/customer": deletion("customer"),
    ...Object.fromEntries(unknown.map((path) => [path, { uid: "customer", active: true }])),
  });

  for (const path of unknown) {
    it(`keeps ${path} closed to everybody, whatever stands there`, () => closed(path));
  }

  for (const group of [
    "users",
    "usernames",
    "private",
    "limits",
    "deletions",
    "accounts",
    "staff",
    "mail",
    "audit",
    "invitations",
    "linkRequests",
  ]) {
    it(`lists the ${group} of one place, never of all places at once`, async () => {
      const everywhere = (field: string, value: unknown) =>
        only([], (db) =>
          getDocs(query(collectionGroup(db, group), where(field, "==", value), limit(10))),
        );
      await everywhere("disabled", false);
      await everywhere("uid", "customer");
      await everywhere("confidential", false);
    });
  }
});
