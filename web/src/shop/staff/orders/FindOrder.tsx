import { getDocs, limit, query, where } from "firebase/firestore";
import { useLocation } from "preact-iso";
import { shop } from "../../../core/backend.ts";
import { FindForm } from "../FindForm.tsx";
import { refusal } from "../refusal.ts";

const ORDER_ID = /^[0-9a-f]{40}$/;

/** Leads to the order whose number, or id, somebody has at hand. */
export function FindOrder() {
  const { route } = useLocation();
  return (
    <FindForm
      label="Number or id of an order"
      onFind={async (wanted) => {
        const orderId = ORDER_ID.test(wanted) ? wanted : await idOfNumber(wanted.toUpperCase());
        route(`/staff/orders/${orderId}`);
      }}
    />
  );
}

async function idOfNumber(number: string): Promise<string> {
  const { docs } = await getDocs(
    query(shop.documents.orders, where("number", "==", number), limit(1)),
  );
  if (docs[0]) return docs[0].id;
  const sentence = `There is no order ${number}. Look at the number in the customer's mail.`;
  throw refusal("not-found", "no-such-order", sentence);
}
