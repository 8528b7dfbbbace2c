import { Plus, Ticket } from "lucide";
import { useState } from "preact/hooks";
import { shop } from "../../../core/backend.ts";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { Button, Empty, LivePages } from "../../../core/ui/index.ts";
import { MINDS_ORDERS } from "../roles.ts";
import { CouponRow } from "./CouponRow.tsx";
import { NewCouponDialog } from "./NewCouponDialog.tsx";
import "../staff.css";

const PAGE_SIZE = 20;

/** What customers may pay less with. */
export default function Coupons() {
  const [isMaking, setMaking] = useState(false);
  const empty = (
    <Empty icon={Ticket} title="There are no coupons yet">
      <p>Make the first one. Customers name it when they order.</p>
    </Empty>
  );
  return (
    <StaffPage
      title="Coupons"
      roles={MINDS_ORDERS}
      actions={
        <Button look="primary" icon={Plus} onClick={() => setMaking(true)}>
          New coupon
        </Button>
      }
    >
      <LivePages of={shop.documents.newestCoupons(PAGE_SIZE)} pageSize={PAGE_SIZE} empty={empty}>
        {(coupons) => (
          <ul class="lines staff-short">
            {coupons.map((coupon) => (
              <CouponRow key={coupon.id} code={coupon.id} coupon={coupon.data()} />
            ))}
          </ul>
        )}
      </LivePages>
      {isMaking && <NewCouponDialog onClose={() => setMaking(false)} />}
    </StaffPage>
  );
}
