import { onDocumentCreated } from "firebase-functions/firestore";
import { stamp } from "../core/clock.ts";
import { create, decide } from "../core/decide.ts";
import { idOf } from "../core/id.ts";
import { lists } from "./schema.ts";

/** What the list is called that everybody begins with; they may call it something else. */
const TITLE = "My tasks";

/** The list that somebody begins with. */
export const firstListOf = (uid: string) => lists.doc(idOf("first-list", uid));

/** Gives who has made a profile, and so has signed up, a list to begin with: once. */
export const startList = onDocumentCreated(
  { document: "users/{uid}", retry: true },
  ({ params: { uid } }) =>
    decide(async (read) => {
      const [list] = await read(firstListOf(uid));
      if (list.exists) return { answer: undefined };
      const first = {
        title: TITLE,
        ownerId: uid,
        roles: { [uid]: "owner" as const },
        memberIds: [uid],
        archived: false,
        deletedAt: null,
        createdAt: stamp(),
        updatedAt: stamp(),
      };
      return { answer: undefined, writes: [create(list.ref, first)] };
    }),
);
