import type { Coupon } from "kindling-client";
import { count, day, money } from "../../../core/words.ts";

/** "10 % off, from €20.00" */
export const worthOf = ({ kind, value, minimum }: Coupon): string => {
  const less = kind === "percent" ? `${value / 100} % off` : `${money(value)} off`;
  return minimum > 0 ? `${less}, from ${money(minimum)}` : less;
};

/** "1 Dec 2026 to 24 Dec 2026, 3 of 100 uses, once a person" */
export const limitsOf = ({ startsAt, endsAt, uses, maxUses, maxUsesPerUser }: Coupon): string =>
  [
    `${day(startsAt)} to ${day(endsAt)}`,
    maxUses !== null && `${uses} of ${count(maxUses, "use")}`,
    maxUsesPerUser !== null && `${count(maxUsesPerUser, "use")} a person`,
  ]
    .filter((part) => part !== false)
    .join(" · ");

/** How it stands now. */
export function standingOf(
  { active, startsAt, endsAt, uses, maxUses }: Coupon,
  now = Date.now(),
): readonly [name: string, tone: "plain" | "good" | "warn"] {
  if (!active) return ["Switched off", "plain"];
  if (endsAt.toMillis() <= now) return ["Over", "plain"];
  if (startsAt.toMillis() > now) return ["To come", "warn"];
  if (maxUses !== null && uses >= maxUses) return ["Used up", "plain"];
  return ["Valid", "good"];
}
