import type { Equivalent } from "../../dev/prove/mutation.ts";

const whole = "Lists and tasks have all of their fields and no others, before and after.";
const isOne = "A list with a / in its name is no list, and nobody is on it.";
const instant = "No reminder is for the instant itself of seven days ago.";

const same = (keys: string, ...more: string[]) => {
  const fields = [
    "'position'",
    "'assigneeId'",
    "'reminder'",
    "'movedFrom'",
    "'updatedAt'",
    ...more,
  ];
  return `task.diff(origin).${keys}().hasOnly([${fields.join(", ")}])`;
};

/** Mutants of the rules that are no mistakes. */
export const equivalents: Equivalent[] = [
  {
    where: "/lists/{list} allow update",
    from: "isUser(before().ownerId)",
    to: "isUser(after().ownerId)",
    because: "Whose list it is stays as it is.",
  },
  {
    where: "/lists/{list} allow update",
    from: "after().diff(before()).affectedKeys() == ['roles', 'memberIds', 'updatedAt'].toSet()",
    to: "after().diff(before()).changedKeys() == ['roles', 'memberIds', 'updatedAt'].toSet()",
    because: whole,
  },
  {
    where: "/lists/{list}/tasks/{task} isMovedAway()",
    from: "after().diff(before()).affectedKeys() == ['movedTo', 'deletedAt', 'updatedAt'].toSet()",
    to: "after().diff(before()).changedKeys() == ['movedTo', 'deletedAt', 'updatedAt'].toSet()",
    because: whole,
  },
  {
    where: "/lists/{list}/tasks/{task} isSame()",
    from: same("affectedKeys"),
    to: same("changedKeys"),
    because: whole,
  },
  {
    where: "/lists/{list}/tasks/{task} isSame()",
    from: same("affectedKeys"),
    to: same("affectedKeys", "'canary'"),
    because: whole,
  },
  {
    where: "/lists/{list}/tasks/{task} isAsIn()",
    from: "isSame(after(), origin)",
    to: "",
    because:
      "The half that leaves asks, too, but of one that a commit deletes and makes anew: that the emulator judges as a change.",
  },
  {
    where: "/lists/{list}/tasks/{task} isOwnReminder()",
    from: "after().reminder.at > request.time - duration.value(7, 'd')",
    to: "after().reminder.at >= request.time - duration.value(7, 'd')",
    because: instant,
  },
  {
    where: "/lists/{list}/tasks/{task}/comments/{comment} /{list}",
    from: "/{list}",
    to: "/{list=**}",
    because: isOne,
  },
  {
    where: "/lists/{list}/tasks/{task}/comments/{comment} allow update",
    from: "before().authorId == request.auth.uid",
    to: "after().authorId == request.auth.uid",
    because: "Whose comment it is stays as it is.",
  },
  {
    where: "/lists/{list}/invites/{invite} /{list}",
    from: "/{list}",
    to: "/{list=**}",
    because: isOne,
  },
];
