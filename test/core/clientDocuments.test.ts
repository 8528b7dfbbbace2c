import assert from "node:assert/strict";
import { deleteApp, initializeApp } from "firebase/app";
import { queryEqual, refEqual } from "firebase/firestore";
import { connect } from "../../client/src/index.ts";

describe("client: its documents", () => {
  const app = initializeApp({ projectId: "demo-nowhere" }, "client documents");
  const { accounts, shop, todos } = connect(app);
  after(() => deleteApp(app));

  it("are equal when they are asked for twice, so nobody listens to one anew", () => {
    const [{ documents }, uid] = [accounts, "somebody"];
    assert.ok(refEqual(documents.profile(uid), documents.profile(uid)));
    assert.ok(refEqual(shop.documents.cart(uid), shop.documents.cart(uid)));
    assert.ok(queryEqual(shop.documents.ordersOf(uid), shop.documents.ordersOf(uid)));
    assert.ok(queryEqual(todos.documents.openTasks("list"), todos.documents.openTasks("list")));
    assert.ok(!refEqual(documents.profile(uid), documents.profile("another")));
  });
});
