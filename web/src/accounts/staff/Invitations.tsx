import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { accounts } from "../../core/backend.ts";
import { Button, Dialog, Form, Notice, TextField } from "../../core/ui/index.ts";
import { day } from "../../core/words.ts";

/** Invites the owner of an address, or takes their invitation back. */
export function Invitations({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState("");
  const [done, setDone] = useState("");
  const invite = useAction(async () => {
    const { expiresAt } = await accounts.call.inviteUser({ email });
    setDone(`${email} is invited until ${day(new Date(expiresAt))}. A mail is on its way.`);
  });
  const withdraw = useAction(async () => {
    const { withdrawn } = await accounts.call.withdrawInvitation({ email });
    setDone(withdrawn ? `${email} is invited no more.` : `${email} has no invitation to withdraw.`);
  });
  const begin = (action: typeof invite) => {
    setDone("");
    for (const one of [invite, withdraw]) one.clear();
    action.run();
  };
  return (
    <Dialog title="Invite somebody" onClose={onClose}>
      <p>
        They get a mail, and may sign up for 14 days, also where that takes an invitation. Invite
        them again to send the mail again.
      </p>
      <Form
        submit="Invite"
        onSubmit={() => begin(invite)}
        isBusy={invite.isBusy}
        problem={invite.problem ?? withdraw.problem}
        beside={
          <Button
            isBusy={withdraw.isBusy}
            onClick={({ currentTarget }) => currentTarget.form?.reportValidity() && begin(withdraw)}
          >
            Withdraw the invitation
          </Button>
        }
      >
        <TextField
          label="E-mail address"
          type="email"
          autocomplete="off"
          required
          value={email}
          onValue={(typed) => setEmail(typed.trim())}
        />
      </Form>
      {done && <Notice tone="good">{done}</Notice>}
    </Dialog>
  );
}
