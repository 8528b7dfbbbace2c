import assert from "node:assert/strict";
import {
  collection,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  updateDoc,
  where,
} from "firebase/firestore";
import { shopDocuments } from "../../../client/src/shop.ts";
import { granted, guardedApp, orderManagers, signedIn } from "../../support/rules.ts";
import { order } from "../support/rulesDocuments.ts";

describe("shop rules: orders", () => {
  const { as, only, writtenByNobody } = guardedApp("orders", {
    "orders/1": order("customer"),
    "orders/2": order("customer"),
    "orders/3": { ...order("other-customer"), placedAt: new Date() },
  });
  const whoMay = ["customer", ...orderManagers] as const;

  it("are read by their customer, by order managers and by admins", async () => {
    await only(whoMay, (db) => getDoc(doc(db, "orders/1")));
    await only(["other-customer", ...orderManagers], (db) => getDoc(doc(db, "orders/3")));
  });

  it("are listed for their customer, and for those who may see them all", async () => {
    await only(whoMay, (db) => getDocs(shopDocuments(db).ordersOf("customer", 50)));
    const found = await granted(getDocs(shopDocuments(as("customer")).ordersOf("customer")));
    assert.deepEqual(new Set(found.docs.map(({ id }) => id)), new Set(["1", "2"]));
  });

  it("are listed by their state for order managers and admins, the newest first", async () => {
    await only(orderManagers, (db) => getDocs(shopDocuments(db).ordersIn("pending_payment", 50)));
    await only([], (db) => getDocs(shopDocuments(db).ordersIn("pending_payment", 51)));
    const { ordersIn } = shopDocuments(as("order-manager"));
    const found = await granted(getDocs(ordersIn("pending_payment")));
    assert.deepEqual(
      found.docs.map(({ id }) => id),
      ["3", "2", "1"],
    );
    assert.equal((await granted(getDocs(ordersIn("paid")))).size, 0);
  });

  it("are looked for in vain, but not refused, by those who have none", async () => {
    for (const person of signedIn) {
      const page = await granted(getDocs(shopDocuments(as(person)).ordersOf(person)), person);
      const count = { customer: 2, "other-customer": 1 }[person as string] ?? 0;
      assert.equal(page.size, count, person);
    }
  });

  it("are listed for no customer beside those of others", async () => {
    const listed = (...uids: string[]) =>
      only(orderManagers, (db) =>
        getDocs(query(collection(db, "orders"), where("uid", "in", uids), limit(50))),
      );
    await listed("customer", "other-customer");
    await only(orderManagers, (db) => getDocs(query(collection(db, "orders"), limit(50))));
    await only(orderManagers, (db) =>
      getDocs(query(collection(db, "orders"), where("uid", ">=", "customer"), limit(50))),
    );
  });

  it("come 50 to the page, for everybody", async () => {
    const own = where("uid", "==", "customer");
    await only(whoMay, (db) => getDocs(query(collection(db, "orders"), own, limit(50))));
    await only([], (db) => getDocs(query(collection(db, "orders"), own, limit(51))));
    await only([], (db) => getDocs(query(collection(db, "orders"), own)));
    await only([], (db) => getDocs(query(collection(db, "orders"), limit(51))));
    await only([], (db) => getDocs(collection(db, "orders")));
  });

  it("are placed, changed and deleted by the server alone", async () => {
    await writtenByNobody("orders/1");
    const changes: Record<string, unknown> = { state: "paid", uid: "admin", "totals.total": 1 };
    for (const [field, value] of Object.entries(changes)) {
      await only([], (db) => updateDoc(doc(db, "orders/1"), { [field]: value }));
    }
  });
});
