import type { User } from "firebase/auth";
import { useState } from "preact/hooks";
import { accounts } from "../../../core/backend.ts";
import { Form, Notice } from "../../../core/ui/index.ts";
import { EmailField } from "../../EmailField.tsx";
import { useSureAction } from "../sureAction.tsx";

/** Another address; the one they have stays theirs until the new one is confirmed. */
export function ChangeEmail({ user }: { user: User }) {
  const [email, setEmail] = useState("");
  const [sentTo, setSentTo] = useState<string>();
  const change = useSureAction(async () => {
    const address = email.trim();
    await accounts.call.changeEmail({ email: address });
    setSentTo(address);
    setEmail("");
  });
  return (
    <section class="card">
      <h2>E-mail address</h2>
      <p>
        You log in as <strong>{user.email}</strong>.
      </p>
      <Form
        submit="Change the address"
        look="plain"
        onSubmit={() => change.run()}
        isBusy={change.isBusy}
        problem={change.problem}
      >
        <EmailField label="New e-mail address" value={email} onValue={setEmail} />
        {sentTo && (
          <Notice tone="good">
            A link is on its way to {sentTo}. Once you follow it that is your address, and you log
            in again with it.
          </Notice>
        )}
      </Form>
      {change.question}
    </section>
  );
}
