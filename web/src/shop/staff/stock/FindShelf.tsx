import { doc, getDoc } from "firebase/firestore";
import { useLocation } from "preact-iso";
import { shop } from "../../../core/backend.ts";
import { FindForm } from "../FindForm.tsx";
import { refusal } from "../refusal.ts";

const SKU = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Leads to what somebody has in hand, by its SKU. */
export function FindShelf() {
  const { route } = useLocation();
  return (
    <FindForm
      label="SKU"
      onFind={async (typed) => {
        const sku = typed.toLowerCase();
        if (!SKU.test(sku) || !(await getDoc(doc(shop.documents.variants, sku))).exists()) {
          const sentence = `There is no SKU ${typed}. Look at the label again.`;
          throw refusal("not-found", "no-such-variant", sentence);
        }
        route(`/staff/stock/${sku}`);
      }}
    />
  );
}
