import { useState } from "preact/hooks";
import type { Problem } from "../../core/problem.ts";
import { Badge, Button, Refusal, TextField } from "../../core/ui/index.ts";

interface CouponFormProps {
  coupon: string;
  onCoupon: (coupon: string) => void;
  /** Why the coupon takes nothing off. */
  problem: Problem | undefined;
}

/** A code that makes it cheaper, if it does. */
export function CouponForm({ coupon, onCoupon, problem }: CouponFormProps) {
  const [typed, setTyped] = useState("");
  if (coupon !== "") {
    return (
      <div class="stack close">
        <div class="row between">
          <span>
            Coupon <Badge tone={problem ? "bad" : "good"}>{coupon}</Badge>
          </span>
          <Button isSmall look="quiet" onClick={() => onCoupon("")}>
            Remove <span class="hidden-label">the coupon</span>
          </Button>
        </div>
        <Refusal problem={problem}>The prices below are without it.</Refusal>
      </div>
    );
  }
  return (
    <form
      class="coupon"
      onSubmit={(event) => {
        event.preventDefault();
        onCoupon(typed.trim().toUpperCase());
        setTyped("");
      }}
    >
      <TextField
        label="Coupon"
        required
        pattern="\s*[A-Za-z0-9][A-Za-z0-9\-]{2,29}\s*"
        value={typed}
        onValue={setTyped}
      />
      <Button type="submit">Apply</Button>
    </form>
  );
}
