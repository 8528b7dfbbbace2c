import { doc, serverTimestamp, updateDoc } from "firebase/firestore";
import type { Coupon } from "kindling-client";
import { shop } from "../../../core/backend.ts";
import { Badge, Button, Refusal } from "../../../core/ui/index.ts";
import { useWrite } from "../write.ts";
import { limitsOf, standingOf, worthOf } from "./terms.ts";

/** A coupon, and the switch of it. */
export function CouponRow({ code, coupon }: { code: string; coupon: Coupon }) {
  const { problem, write } = useWrite();
  const [standing, tone] = standingOf(coupon);
  const { active } = coupon;
  const toggle = () => {
    const ref = doc(shop.documents.coupons, code);
    write(updateDoc(ref, { active: !active, updatedAt: serverTimestamp() }));
  };
  return (
    <li>
      <div class="what">
        <p class="row">
          <span class="strong">{code}</span>
          <Badge tone={tone}>{standing}</Badge>
        </p>
        <p>{worthOf(coupon)}</p>
        <p class="hint">{limitsOf(coupon)}</p>
        <Refusal problem={problem} />
      </div>
      <div class="how">
        <Button isSmall onClick={toggle}>
          Switch {active ? "off" : "on"}
          <span class="hidden-label">{code}</span>
        </Button>
      </div>
    </li>
  );
}
