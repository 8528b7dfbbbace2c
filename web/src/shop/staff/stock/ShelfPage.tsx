import { doc } from "firebase/firestore";
import type { Stock, Variant } from "kindling-client";
import { useRoute } from "preact-iso";
import { shop } from "../../../core/backend.ts";
import { useDocument } from "../../../core/live.ts";
import { Figure } from "../../../core/staff/Figure.tsx";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { Badge, Loading, Refusal } from "../../../core/ui/index.ts";
import { Followed, useStaffDocument } from "../Followed.tsx";
import { KEEPS_STOCK } from "../roles.ts";
import { AdjustForm } from "./AdjustForm.tsx";
import { AVAILABILITIES } from "./availability.ts";
import { Ledger } from "./Ledger.tsx";
import { ReceiveForm } from "./ReceiveForm.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import "../staff.css";

/** What there is of a SKU, what comes and goes, and its ledger. */
export default function ShelfPage() {
  const { sku = "" } = useRoute().params;
  const variant = useStaffDocument(doc(shop.documents.variants, sku));
  return (
    <StaffPage
      title={variant.data?.name ?? "Stock"}
      roles={KEEPS_STOCK}
      from={["Stock", "/staff/stock"]}
    >
      <Followed
        of={variant}
        missing="There is no such SKU"
        instead={<p>Look for it in the stock, or put it into the catalogue.</p>}
      >
        {(data) => <Shelf key={sku} sku={sku} variant={data} />}
      </Followed>
    </StaffPage>
  );
}

/** Nothing has ever been received of it. */
const EMPTY: Stock = { onHand: 0, reserved: 0, lowAt: 0 };

function Shelf({ sku, variant }: { sku: string; variant: Variant }) {
  const { data = EMPTY, isLoading, problem } = useDocument(doc(shop.documents.stock, sku));
  if (isLoading) return <Loading rows={4} />;
  if (problem) return <Refusal problem={problem} />;
  const { onHand, reserved, lowAt, hot = false } = data;
  const [label, tone] = AVAILABILITIES[variant.availability];
  return (
    <>
      <p class="row">
        <Badge tone={tone}>{label}</Badge>
        <code>{sku}</code>
        <a href={`/staff/catalogue/products/${variant.productId}`}>Its product</a>
      </p>
      <div role="status">
        <dl class="figures">
          <Figure name="To sell" value={onHand - reserved} />
          <Figure name="Promised to orders" value={reserved} />
          <Figure name="On the shelf" value={onHand} />
          <Figure name="Low at" value={lowAt} />
        </dl>
      </div>
      <div class="staff-fields">
        <ReceiveForm sku={sku} />
        <AdjustForm sku={sku} onHand={onHand} />
        <SettingsForm sku={sku} lowAt={lowAt} isHot={hot} />
      </div>
      <section class="card">
        <h2>Ledger</h2>
        <Ledger sku={sku} />
      </section>
    </>
  );
}
