import { MailQuestionMark } from "lucide";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { accounts } from "../../core/backend.ts";
import { refreshSession } from "../../core/session.tsx";
import { Button, Empty, Notice, Refusal } from "../../core/ui/index.ts";

/** An invitation is for who has the address: that has to be known first. */
export function ConfirmAddress({ email }: { email: string }) {
  const [said, setSaid] = useState<string>();
  const sending = useAction(async () => {
    await accounts.call.sendVerification({});
    setSaid(`A link is on its way to ${email}.`);
  });
  const looking = useAction(async () => {
    await refreshSession();
    setSaid("It is not confirmed yet. Follow the link in the mail, and look again.");
  });
  return (
    <Empty icon={MailQuestionMark} title="First confirm that the address is yours">
      <p>Follow the link in the mail that we have sent to {email}. Then come back to this page.</p>
      {said && <Notice>{said}</Notice>}
      <Refusal problem={sending.problem ?? looking.problem} />
      <div class="row center">
        <Button look="primary" isBusy={looking.isBusy} onClick={() => looking.run()}>
          I have confirmed it
        </Button>
        <Button isBusy={sending.isBusy} onClick={() => sending.run()}>
          Send the link again
        </Button>
      </div>
    </Empty>
  );
}
