import type { StockMovement } from "kindling-client";
import { ScrollText } from "lucide";
import { shop } from "../../../core/backend.ts";
import { Empty, LivePages } from "../../../core/ui/index.ts";
import { time } from "../../../core/words.ts";
import { PAGE_SIZE } from "./shelves.ts";

/** What has come and gone of a SKU, newest first. */
export function Ledger({ sku }: { sku: string }) {
  const empty = (
    <Empty icon={ScrollText} title="Nothing has come yet">
      <p>Receive the first delivery above.</p>
    </Empty>
  );
  return (
    <LivePages
      of={shop.documents.stockMovementsOf(sku, PAGE_SIZE)}
      pageSize={PAGE_SIZE}
      empty={empty}
    >
      {(movements) => (
        <ul class="lines staff-short">
          {movements.map((movement) => (
            <Entry key={movement.id} movement={movement.data()} />
          ))}
        </ul>
      )}
    </LivePages>
  );
}

const KINDS: Record<StockMovement["kind"], string> = {
  received: "Received",
  shipped: "Shipped",
  returned: "Came back",
  adjusted: "Corrected",
};

const signed = new Intl.NumberFormat(navigator.language, { signDisplay: "exceptZero" });

function Entry({ movement: { kind, onHand, reference, at } }: { movement: StockMovement }) {
  return (
    <li>
      <div class="what">
        <p class="strong">{onHand === 0 ? "Settings changed" : KINDS[kind]}</p>
        {kind === "adjusted" && <p>{reference}</p>}
        <p class="hint">{time(at)}</p>
      </div>
      <p class="price">{signed.format(onHand)}</p>
    </li>
  );
}
