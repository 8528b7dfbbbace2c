/** Which task a document is, or is about: `lists/{list}/tasks/{task}` and what is below it. */
export function pathOf({ path }: { path: string }): { listId: string; taskId: string } {
  const [, listId = "", , taskId = ""] = path.split("/");
  return { listId, taskId };
}

/** Whether a document that a collection group has is of this module. */
export const isOurs = ({ path }: { path: string }): boolean => path.startsWith("lists/");
