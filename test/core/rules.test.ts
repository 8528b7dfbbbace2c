import { doc, getDoc, setDoc, updateDoc } from "firebase/firestore";
import { guarded, type Person, signedIn } from "../support/rules.ts";
import { past } from "../support/rulesShape.ts";

const entry = { action: "shop.retireProduct", actor: "admin", subject: "products/x", at: past };
const mail = {
  to: "customer@example.com",
  message: { subject: "Your order", text: "Thank you.", html: "<p>Thank you.</p>" },
};
const counter = { calls: 1, expiresAt: past };

describe("core: the rules", () => {
  const { only, readBy, writtenByNobody } = guarded("core", {
    "mail/order_1_customer": mail,
    "audit/entry": entry,
    "limits/shop-placeOrder_customer": counter,
    "limits/shop-placeOrder_admin": counter,
  });

  const readers: Record<string, readonly Person[]> = {
    "mail/order_1_customer": ["admin"],
    "audit/entry": ["admin"],
    "limits/shop-placeOrder_customer": [],
    "limits/shop-placeOrder_admin": [],
  };
  for (const [path, people] of Object.entries(readers)) {
    it(`let ${people.join(" and ") || "nobody"} read ${path}, and nobody write it`, async () => {
      await readBy(people, path);
      await writtenByNobody(path);
    });
  }

  describe("of the staff", () => {
    it("let each read their own role and admins everyone's", async () => {
      for (const one of signedIn) {
        await only([one, "admin"], (db) => getDoc(doc(db, `staff/${one}`)));
      }
      await readBy(["admin"], "staff/somebody");
    });

    it("let nobody give out a role, take one or change one, admins included", async () => {
      await writtenByNobody("staff/inventory-manager");
      await writtenByNobody("staff/admin");
      const admin = { role: "admin", disabled: false };
      await only([], (db, person) => setDoc(doc(db, `staff/${person}`), admin));
      await only([], (db, person) => updateDoc(doc(db, `staff/${person}`), admin));
    });
  });
});
