import { CircleAlert } from "lucide";
import type { ComponentChildren } from "preact";
import type { Problem } from "../problem.ts";
import { Icon } from "./Icon.tsx";

/** Why something did not work, in a sentence that is read out at once; `children` is what to do. */
export function Refusal({
  problem,
  children,
}: {
  problem: Problem | undefined;
  children?: ComponentChildren;
}) {
  if (!problem) return null;
  return (
    <div class="notice bad" role="alert" data-reason={problem.reason}>
      <Icon of={CircleAlert} />
      <div>
        <p>{problem.sentence}</p>
        {children}
      </div>
    </div>
  );
}
