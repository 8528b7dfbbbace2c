import type { Staff } from "kindling-client";
import { useState } from "preact/hooks";
import { accounts } from "../../core/backend.ts";
import { Form, Select, TextField } from "../../core/ui/index.ts";
import { useSureAction } from "../account/sureAction.tsx";
import { roleNames } from "./roles.ts";

type Role = Staff["role"];

const NONE = "none";
const ROLES: readonly Role[] = ["order_manager", "inventory_manager", "admin"];
const OPTIONS: readonly (readonly [string, string])[] = [
  [NONE, "No role"],
  ...ROLES.map((role) => [role, roleNames[role]] as const),
];

interface RoleFormProps {
  uid: string;
  role: Role | undefined;
  isSelf: boolean;
}

/** Gives somebody a role, another one, or takes theirs. */
export function RoleForm({ uid, role, isSelf }: RoleFormProps) {
  /** Undefined until something is chosen: then what they are is shown, whoever changes it. */
  const [chosen, setChosen] = useState<string>();
  const [reason, setReason] = useState("");
  const change = useSureAction(async () => {
    const next = chosen === undefined ? role : ROLES.find((one) => one === chosen);
    const why = reason.trim();
    await accounts.call.setRole({ uid, role: next ?? null, ...(why && { reason: why }) });
    setChosen(undefined);
    setReason("");
  });
  return (
    <section class="card" aria-labelledby="role">
      <h2 id="role">Role</h2>
      <p class="muted">
        {isSelf
          ? "This is you: without the role of an admin you can't come back here."
          : "It counts at once, and they are written to. Their menu has it once they log in again."}
      </p>
      <Form
        submit="Set the role"
        onSubmit={() => change.run()}
        isBusy={change.isBusy}
        problem={change.problem}
      >
        <Select
          label="What they are"
          options={OPTIONS}
          value={chosen ?? role ?? NONE}
          onValue={setChosen}
        />
        <TextField
          label="Reason"
          hint="For the audit trail, if you like."
          maxlength={500}
          value={reason}
          onValue={setReason}
        />
      </Form>
      {change.question}
    </section>
  );
}
