import type { User } from "firebase/auth";
import { doc, getDoc, getDocs, setDoc } from "firebase/firestore";
import { newTask } from "../../../client/src/index.ts";
import { type App, signUp, verify } from "../../app.ts";
import { waitForMail } from "../../mailbox.ts";
import type { Running } from "../../running.ts";
import type { Narrator } from "../narrator.ts";
import { shown } from "../shown.ts";

/** A list that two people are on. */
export interface Shared {
  listId: string;
  owner: User;
  member: User;
}

/** A list that is there from the beginning, and somebody else who is invited to it. */
export async function share(
  { app, friend, stranger }: Record<"app" | "friend" | "stranger", App>,
  { inboxUrl }: Running,
  tell: Narrator,
): Promise<Shared> {
  const { call, documents } = app.todos;

  tell.step("Sign up, and find a list to begin with");
  const owner = await joined(app, "owner");
  const [list] = await shown(documents.listsOf(owner.uid), (found) => found.length > 0);
  const listId = list?.id ?? "";
  tell.expect(list?.data().ownerId === owner.uid, `"${list?.data().title}" is there by itself`);
  const tasks = documents.tasks(listId);
  await setDoc(doc(tasks, "milk"), newTask(owner.uid, { title: "Milk", labels: ["dairy"] }));
  await tell.refused("A task without a title", "permission-denied", () =>
    setDoc(doc(tasks), newTask(owner.uid, { title: "" })),
  );

  tell.step("Invite somebody to it");
  const member = await joined(friend, "friend");
  const email = member.email ?? "";
  await tell.refused("An invitation by who is unknown to their mail", "unverified", () =>
    call.inviteToList({ listId, email, role: "reader" }),
  );
  await Promise.all([verify(owner, inboxUrl), verify(member, inboxUrl)]);
  await tell.refused("Looking at it before", "permission-denied", () =>
    getDocs(friend.todos.documents.openTasks(listId)),
  );
  await call.inviteToList({ listId, email, role: "reader" });
  const invitation = await waitForMail(inboxUrl, email, "invited to a list");
  tell.say("", ...invitation.text.trim().split("\n"), "");
  const [, code = ""] = /\?invite=(\S+)/.exec(invitation.text) ?? [];

  tell.step("Accept");
  await signUp(stranger, `stranger-${Date.now()}@example.com`, "a long password");
  await verify(stranger.auth.currentUser!, inboxUrl);
  await tell.refused("The invitation of somebody else", "no-such-invite", () =>
    stranger.todos.call.acceptInvite({ code }),
  );
  const accepted = await friend.todos.call.acceptInvite({ code });
  tell.expect(accepted.listId === listId, `the friend is on the list, as a ${accepted.role}`);
  const theirs = await getDocs(friend.todos.documents.openTasks(listId));
  tell.say(`They read: ${theirs.docs.map((task) => task.data().title).join(", ")}.`);
  await tell.refused("A task by a reader", "permission-denied", () =>
    setDoc(
      doc(friend.todos.documents.tasks(listId)),
      newTask(member.uid, { title: "Caviar", priority: 3 }),
    ),
  );
  await tell.refused("The same list, for a stranger", "permission-denied", () =>
    getDoc(doc(stranger.todos.documents.lists, listId)),
  );
  return { listId, owner, member };
}

/** Somebody who has signed up, and has a profile. */
async function joined(app: App, who: string): Promise<User> {
  const user = await signUp(app, `list-${who}-${Date.now()}@example.com`, "a long password");
  const username = `${who}_${Date.now().toString(36)}`;
  await app.accounts.saveProfile(user.uid, { username, displayName: who, bio: "", avatar: "" });
  return user;
}
