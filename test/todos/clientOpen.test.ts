import assert from "node:assert/strict";
import { doc, getDoc, getDocs } from "firebase/firestore";
import { todosDocuments } from "../../client/src/todos.ts";
import { denied, guardedApp } from "../support/rules.ts";
import { idsOf, listed } from "./support/clientLists.ts";
import { reader, stranger } from "./support/rulesLists.ts";

describe("todos client: a list of 500 tasks", () => {
  const ids = Array.from({ length: 500 }, (_, index) => `task-${100 + index}`);
  const tasks = ids.map((id) => [id, { position: `${id.replace("task-", "0")}V` }]);
  const { as } = guardedApp("todos-client-open", listed("long", Object.fromEntries(tasks)));

  it("opens with 501 documents from the server: the list, and its tasks in their order", async () => {
    const { lists, openTasks } = todosDocuments(as(reader));
    const list = await getDoc(doc(lists, "long"));
    assert.deepEqual([list.exists(), list.metadata.fromCache], [true, false]);
    const open = await getDocs(openTasks("long"));
    assert.equal(open.metadata.fromCache, false);
    assert.equal(open.docChanges().length, 500);
    assert.deepEqual(idsOf(open.docs), ids);
  });

  it("opens to nobody who is not on it", async () => {
    const { lists, openTasks } = todosDocuments(as(stranger));
    await denied(getDoc(doc(lists, "long")));
    await denied(getDocs(openTasks("long")));
  });
});
