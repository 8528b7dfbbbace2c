import { TextField } from "../../../core/ui/index.ts";
import { WholeField } from "../WholeField.tsx";
import type { CouponFieldsProps } from "./WorthFields.tsx";

/** When it is valid, and how often. */
export function LimitFields({ typed, onChange }: CouponFieldsProps) {
  const { first, last, maxUses, maxUsesPerUser } = typed;
  return (
    <>
      <div class="staff-fields">
        <TextField
          label="First day"
          type="date"
          required
          value={first}
          onValue={(changed) => onChange({ first: changed })}
        />
        <TextField
          label="Last day"
          type="date"
          required
          min={first}
          value={last}
          onValue={(changed) => onChange({ last: changed })}
        />
      </div>
      <div class="staff-fields">
        <WholeField
          label="Uses in all"
          hint="Empty for no limit. It can't be set or lifted later."
          least={1}
          most={1_000_000}
          isOptional
          value={maxUses}
          onValue={(changed) => onChange({ maxUses: changed })}
        />
        <WholeField
          label="Uses by one person"
          hint="Empty for no limit. It can't be set or lifted later."
          least={1}
          most={1_000}
          isOptional
          value={maxUsesPerUser}
          onValue={(changed) => onChange({ maxUsesPerUser: changed })}
        />
      </div>
    </>
  );
}
