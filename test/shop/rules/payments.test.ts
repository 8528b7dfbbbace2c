import assert from "node:assert/strict";
import {
  collection,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  type QuerySnapshot,
  query,
  updateDoc,
  where,
} from "firebase/firestore";
import { shopDocuments } from "../../../client/src/shop.ts";
import { paymentOf, refundOf } from "../../support/paymentDocuments.ts";
import { granted, guardedApp, orderManagers, signedIn } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";

describe("core: the rules of payments", () => {
  const { as, only, readBy, writtenByNobody } = guardedApp("payments", {
    "payments/1": paymentOf("customer"),
    "payments/2": paymentOf("customer"),
    "payments/3": paymentOf("other-customer"),
    "refunds/1": refundOf("customer"),
    "refunds/2": refundOf("customer"),
    "refunds/3": refundOf("other-customer"),
    "paymentEvents/evt_1": {
      type: "payment_intent.succeeded",
      outcome: "applied",
      expiresAt: past,
    },
  });
  const whoMay = ["customer", ...orderManagers] as const;

  for (const name of ["payments", "refunds"] as const) {
    const pageOf = (db: Firestore, uid: string): Promise<QuerySnapshot> =>
      name === "payments"
        ? getDocs(shopDocuments(db).paymentsOf(uid, 50))
        : getDocs(shopDocuments(db).refundsOf(uid, 50));

    describe(name, () => {
      it("are read by who pays, by order managers and by admins", async () => {
        await only(whoMay, (db) => getDoc(doc(db, name, "1")));
        await only(["other-customer", ...orderManagers], (db) => getDoc(doc(db, name, "3")));
      });

      it("are listed for who pays, and for those who may see them all", async () => {
        await only(whoMay, (db) => pageOf(db, "customer"));
        for (const person of signedIn) {
          const page = await granted(pageOf(as(person), person), person);
          const count = { customer: 2, "other-customer": 1 }[person as string] ?? 0;
          assert.equal(page.size, count, person);
        }
      });

      it("are listed for nobody who pays beside those of others", async () => {
        const list = (...uids: string[]) =>
          only(orderManagers, (db) =>
            getDocs(query(collection(db, name), where("uid", "in", uids), limit(50))),
          );
        await list("customer", "other-customer");
        await only(orderManagers, (db) => getDocs(query(collection(db, name), limit(50))));
        const bySubject = where("subject", "==", "orders/1");
        await only(orderManagers, (db) =>
          getDocs(query(collection(db, name), bySubject, limit(50))),
        );
      });

      it("come 50 to the page, for everybody", async () => {
        const own = where("uid", "==", "customer");
        await only(whoMay, (db) => getDocs(query(collection(db, name), own, limit(50))));
        await only([], (db) => getDocs(query(collection(db, name), own, limit(51))));
        await only([], (db) => getDocs(query(collection(db, name), own)));
        await only([], (db) => getDocs(query(collection(db, name), limit(51))));
        await only([], (db) => getDocs(collection(db, name)));
      });

      it("are written by the server alone", async () => {
        await writtenByNobody(`${name}/1`);
        const changes: Record<string, unknown> = { state: "succeeded", uid: "admin", amount: 1 };
        for (const [field, value] of Object.entries(changes)) {
          await only([], (db) => updateDoc(doc(db, name, "1"), { [field]: value }));
        }
      });
    });
  }

  it("keep the provider's events to the server", async () => {
    await readBy([], "paymentEvents/evt_1");
    await writtenByNobody("paymentEvents/evt_1");
  });
});
