import { todos } from "../../core/backend.ts";

/** Hands the list over as a file, and answers what it is called. */
export async function exportList(listId: string, format: "csv" | "json"): Promise<string> {
  const { name, type, content } = await todos.call.exportTasks({ listId, format });
  const href = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  return name;
}
