import type { OrderState } from "kindling-client";
import { Badge } from "../../../core/ui/index.ts";
import { STATES } from "./words.ts";

export function StateBadge({ state }: { state: OrderState }) {
  const [name, tone] = STATES[state];
  return <Badge tone={tone}>{name}</Badge>;
}
