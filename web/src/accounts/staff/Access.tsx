import { useState } from "preact/hooks";
import { accounts } from "../../core/backend.ts";
import { Button, Dialog, Form, Refusal, TextField } from "../../core/ui/index.ts";
import { useSureAction } from "../account/sureAction.tsx";

const SELF = "This is you. Nobody can disable themselves: another admin can.";
const DISABLED = "This account is disabled: nobody gets in with it.";
const ACTIVE = "They may log in, and do what their role lets them.";

interface AccessProps {
  uid: string;
  isDisabled: boolean;
  isSelf: boolean;
}

/** Whether somebody may come in. */
export function Access({ uid, isDisabled, isSelf }: AccessProps) {
  const [isAsking, setAsking] = useState(false);
  const enable = useSureAction(() => accounts.call.enableUser({ uid }));
  return (
    <section class="card" aria-labelledby="access">
      <h2 id="access">Access</h2>
      <p class="muted" role="status">
        {isSelf ? SELF : isDisabled ? DISABLED : ACTIVE}
      </p>
      <Refusal problem={enable.problem} />
      {!isSelf && (
        <div class="row">
          <Button
            look={isDisabled ? "plain" : "danger"}
            isBusy={enable.isBusy}
            onClick={() => (isDisabled ? enable.run() : setAsking(true))}
          >
            {isDisabled ? "Enable the account" : "Disable the account"}
          </Button>
        </div>
      )}
      {enable.question}
      {isAsking && <Disable uid={uid} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Disable({ uid, onClose }: { uid: string; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const disable = useSureAction(() => accounts.call.disableUser({ uid, reason: reason.trim() }));
  return (
    <Dialog title="Disable the account" onClose={onClose}>
      <p>
        They are logged out everywhere at once, and can't log in any more. What they have here
        stays, and you can enable the account again. They are written to, without the reason.
      </p>
      <Form
        submit="Disable the account"
        look="danger"
        onSubmit={async () => {
          if (await disable.run()) onClose();
        }}
        isBusy={disable.isBusy}
        problem={disable.problem}
        beside={<Button onClick={onClose}>Leave it</Button>}
      >
        <TextField
          label="Reason"
          hint="For the audit trail."
          maxlength={500}
          required
          pattern=".*\S.*"
          value={reason}
          onValue={setReason}
        />
      </Form>
      {disable.question}
    </Dialog>
  );
}
