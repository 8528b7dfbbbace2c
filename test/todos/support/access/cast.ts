import type { DocumentData } from "firebase/firestore/lite";
import type { Cast, Place } from "../../../support/access/table.ts";
import { standing } from "../../../support/standing.ts";
import { list } from "../documents.ts";

/** What somebody is to a list; or to what is theirs alone. */
export type Role = "owner" | "writer" | "reader" | "self";

export const cast: Cast<Role> = {
  roles: {
    owner: { called: "owner", people: ["customer", "shut-out"] },
    writer: { called: "writer", people: ["other-customer", "guest", "signed-out"] },
    reader: { called: "reader", people: ["unverified", "forged-admin", "shut-out-admin"] },
    self: { called: "whose it is", people: ["customer", "guest", "shut-out"] },
    nobody: {
      called: "anybody else",
      people: [
        "nobody",
        "guest",
        "inventory-manager",
        "order-manager",
        "admin",
        "disabled-manager",
        "unverified-admin",
        "canary-manager",
      ],
    },
  },
  setting: (place) => ({
    [`lists/${place.id}`]: listOf(place),
    [`lists/${ownListAt(place)}`]: standing(list("an-owner", { [place.uid]: "writer" })),
  }),
};

/** A list on which whoever tries is what they are, beside others. */
export function listOf({ uid, role }: Place<Role>, fields: DocumentData = {}): DocumentData {
  const others = { "a-writer": "writer", "a-member": "reader" } as const;
  if (role === "owner") return standing(list(uid, others, fields));
  const here = role === "writer" || role === "reader" ? { [uid]: role } : {};
  return standing(list("an-owner", { ...here, ...others }, fields));
}

/** The id of another list, where whoever tries is a writer. */
export const ownListAt = ({ id }: Place): string => `own-${id}`;
