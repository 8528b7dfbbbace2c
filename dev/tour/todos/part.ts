import { doc, getDocs, serverTimestamp, updateDoc } from "firebase/firestore";
import type { App } from "../../app.ts";
import type { Narrator } from "../narrator.ts";
import type { Shared } from "./share.ts";

/** Somebody is taken off the list. */
export async function part(
  { app, friend }: { app: App; friend: App },
  { listId, member }: Shared,
  tell: Narrator,
): Promise<void> {
  const { documents } = friend.todos;

  tell.step("Take somebody off the list");
  await app.todos.setMember(listId, member.uid, null);
  await tell.refused("Reading on", "permission-denied", () => getDocs(documents.openTasks(listId)));
  await tell.refused("Writing on", "permission-denied", () =>
    updateDoc(doc(documents.tasks(listId), "bread"), {
      title: "Cake",
      updatedAt: serverTimestamp(),
    }),
  );
  const left = await getDocs(documents.listsOf(member.uid));
  tell.say(`What is theirs is left to them: ${left.docs.map((list) => list.data().title).join()}.`);
}
