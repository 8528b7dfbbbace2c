import { doc, setDoc } from "firebase/firestore/lite";
import { guarded } from "../../support/rules.ts";
import { line, nullable } from "../../support/rulesFields.ts";
import {
  type Field,
  flag,
  keepsShape,
  ofEveryType,
  timeOfWriting,
  without,
} from "../../support/rulesShape.ts";
import { list } from "../support/documents.ts";

import { change, owner, shared, writer } from "../support/rulesLists.ts";

const roles: Field = {
  right: { "the owner alone": { [owner]: "owner" } },
  wrong: {
    ...without(ofEveryType, "a map"),
    "nobody at all": {},
    "somebody else as the owner": { [writer]: "owner" },
    "a second owner": { [owner]: "owner", [writer]: "owner" },
    "no owner": { [owner]: "writer" },
    "a role that there is not": { [owner]: "admin" },
    "two roles in one word": { [owner]: "owner,writer" },
    "a role with a new line": { [owner]: "owner\n" },
    "a role in capitals": { [owner]: "OWNER" },
    "a list of roles": { [owner]: ["owner"] },
    "a role in a map": { [owner]: { owner: true } },
    "a yes for a role": { [owner]: true },
    "nothing for a role": { [owner]: null },
    "a role for whom memberIds do not name": { [owner]: "owner", [writer]: "writer" },
  },
};

const memberIds: Field = {
  right: { "the owner alone": [owner] },
  wrong: {
    ...without(ofEveryType, "a list"),
    "nobody at all": [],
    "somebody without a role": [owner, writer],
    "somebody else": [writer],
    "the owner twice": [owner, owner],
    "nothing in it": [null],
    "a map of the owner": { [owner]: true },
  },
};

describe("todos rules: lists, in shape", () => {
  const { as } = guarded("todos-list-shape", {
    "lists/kept": shared({ roles: { [owner]: "owner" }, memberIds: [owner] }),
  });
  let made = 0;

  keepsShape(
    {
      fields: {
        title: line(120),
        ownerId: {
          right: { "who makes it": owner },
          wrong: { ...ofEveryType, "somebody else": writer, "a list of the owner": [owner] },
        },
        roles,
        memberIds,
        archived: { ...flag, right: { "a no": false } },
        deletedAt: nullable("a moment", {}, { "a moment of the past": ofEveryType["a moment"] }),
        createdAt: timeOfWriting,
        updatedAt: timeOfWriting,
      },
      good: () => list(owner),
      create: (document) => setDoc(doc(as(owner), `lists/made-${made++}`), document),
      update: (fields) => change(as(owner), "lists/kept", fields),
    },
    ["createdAt"],
  );
});
