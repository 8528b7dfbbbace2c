import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { todos } from "../../core/backend.ts";
import { Form, Notice, Select, TextField } from "../../core/ui/index.ts";
import { day } from "../../core/words.ts";
import { useOpenList } from "../list/openList.ts";

/** Invites by mail. Whether there is an account with the address nobody is told. */
export function InviteSomebody() {
  const { listId } = useOpenList();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<"writer" | "reader">("writer");
  const [sent, setSent] = useState<string>();
  const inviting = useAction(async () => {
    setSent(undefined);
    const address = email.trim();
    const { expiresAt } = await todos.call.inviteToList({ listId, email: address, role });
    setSent(`${address} gets a mail. The invitation counts until ${day(new Date(expiresAt))}.`);
    setEmail("");
  });
  return (
    <Form
      submit="Invite"
      onSubmit={() => inviting.run()}
      isBusy={inviting.isBusy}
      problem={inviting.problem}
    >
      <TextField
        label="E-mail address"
        type="email"
        autocomplete="off"
        required
        value={email}
        onValue={setEmail}
      />
      <Select
        label="What they may do"
        value={role}
        onValue={(chosen) => setRole(chosen === "reader" ? "reader" : "writer")}
        options={[
          ["writer", "Change what is on the list"],
          ["reader", "Read along"],
        ]}
      />
      {sent && <Notice tone="good">{sent}</Notice>}
    </Form>
  );
}
