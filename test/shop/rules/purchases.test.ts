import { doc, setDoc } from "firebase/firestore/lite";
import { guarded } from "../../support/rules.ts";
import { purchase } from "../support/rulesDocuments.ts";

describe("shop rules: purchases", () => {
  const { only, readBy, writtenByNobody } = guarded("purchases", {
    "users/customer/purchases/beanie": purchase(),
    "users/nobody/purchases/beanie": purchase(),
  });

  it("are read by who made them alone, admins included", async () => {
    await readBy(["customer"], "users/customer/purchases/beanie");
    await readBy([], "users/nobody/purchases/beanie");
  });

  it("are written by the server alone: nobody makes up one of their own", async () => {
    await writtenByNobody("users/customer/purchases/beanie");
    await only([], (db, person) => setDoc(doc(db, `users/${person}/purchases/tea`), purchase()));
  });
});
