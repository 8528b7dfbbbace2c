import { useState } from "preact/hooks";
import { useAction } from "../core/action.ts";
import { accounts } from "../core/backend.ts";
import { Form, Notice, Page } from "../core/ui/index.ts";
import { EmailField } from "./EmailField.tsx";
import { useOnward } from "./onward.ts";

export default function ResetPassword() {
  const { keep } = useOnward();
  const [email, setEmail] = useState("");
  const [sentTo, setSentTo] = useState<string>();
  const ask = useAction(async () => {
    const address = email.trim();
    await accounts.call.requestPasswordReset({ email: address });
    setSentTo(address);
  });
  return (
    <Page
      title="Choose a new password"
      lead="We send you a link with which you choose it."
      width="narrow"
      from={["Log in", keep("/login")]}
    >
      {sentTo && (
        <Notice tone="good">
          If {sentTo} has an account here, the link is on its way there. It works for an hour, and
          once. Follow it, then log in with your new password.
        </Notice>
      )}
      <Form
        submit={sentTo ? "Send it again" : "Send the link"}
        look={sentTo ? "plain" : "primary"}
        onSubmit={() => ask.run()}
        isBusy={ask.isBusy}
        problem={ask.problem}
      >
        <EmailField value={email} onValue={setEmail} />
      </Form>
    </Page>
  );
}
