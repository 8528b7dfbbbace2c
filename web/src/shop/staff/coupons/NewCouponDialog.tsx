import { doc, serverTimestamp, Timestamp } from "firebase/firestore";
import { useState } from "preact/hooks";
import { useAction } from "../../../core/action.ts";
import { shop } from "../../../core/backend.ts";
import { Dialog, Form, TextField } from "../../../core/ui/index.ts";
import { amountOf } from "../amount.ts";
import { create } from "../create.ts";
import { LimitFields } from "./LimitFields.tsx";
import { WorthFields } from "./WorthFields.tsx";

/** As it is typed. */
export interface TypedCoupon {
  code: string;
  kind: "percent" | "fixed";
  value: string;
  minimum: string;
  /** Days: "2026-12-24". Both are in. */
  first: string;
  last: string;
  maxUses: string;
  maxUsesPerUser: string;
}

const NEW: TypedCoupon = {
  code: "",
  kind: "percent",
  value: "10",
  minimum: "0.00",
  first: dayFromNow(0),
  last: dayFromNow(30),
  maxUses: "",
  maxUsesPerUser: "1",
};

/** A coupon that is new. */
export function NewCouponDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState(NEW);
  const change = (changes: Partial<TypedCoupon>) => setTyped({ ...typed, ...changes });
  const code = typed.code.trim().toUpperCase();
  const make = useAction(async () => {
    const taken = `There is a coupon ${code} already. Take another code.`;
    await create(doc(shop.documents.coupons, code), couponOf(typed), taken);
    onClose();
  });
  return (
    <Dialog title="New coupon" onClose={onClose}>
      <Form submit="Create" onSubmit={() => make.run()} isBusy={make.isBusy} problem={make.problem}>
        <TextField
          label="Code"
          hint="3 to 30 letters, digits or hyphens: what customers type in."
          required
          pattern="\s*[A-Za-z0-9][A-Za-z0-9\-]{2,29}\s*"
          value={typed.code}
          onValue={(changed) => change({ code: changed })}
        />
        <WorthFields typed={typed} onChange={change} />
        <LimitFields typed={typed} onChange={change} />
      </Form>
    </Dialog>
  );
}

const couponOf = (typed: TypedCoupon) => ({
  kind: typed.kind,
  // Basis points and cents alike: a hundredth of what is typed.
  value: amountOf(typed.value),
  minimum: amountOf(typed.minimum),
  startsAt: Timestamp.fromDate(new Date(`${typed.first}T00:00`)),
  endsAt: Timestamp.fromDate(new Date(`${typed.last}T23:59:59`)),
  maxUses: limitOf(typed.maxUses),
  maxUsesPerUser: limitOf(typed.maxUsesPerUser),
  uses: 0,
  active: true,
  createdAt: serverTimestamp(),
  updatedAt: serverTimestamp(),
});

const limitOf = (typed: string): number | null => (typed === "" ? null : Number(typed));

/** A day of this device's calendar, as fields for dates have it. */
function dayFromNow(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return new Intl.DateTimeFormat("sv").format(date);
}
