import { EmailAuthProvider, reauthenticateWithCredential } from "firebase/auth";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { useSession } from "../../core/session.tsx";
import { Button, Dialog, Form, LinkButton, Refusal } from "../../core/ui/index.ts";
import { googleIcon } from "../googleIcon.ts";
import { PasswordField } from "../PasswordField.tsx";
import { logInAgainWithGoogle } from "../providers.ts";
import { waysOf } from "../ways.ts";

/** Asks whether it is still them, in a way in which they log in. */
export function LogInAgain({ onAnswer }: { onAnswer: (isSure: boolean) => void }) {
  const { user } = useSession();
  const [password, setPassword] = useState("");
  const byPassword = useAction(async () => {
    if (!user?.email) return;
    const credential = EmailAuthProvider.credential(user.email, password);
    await reauthenticateWithCredential(user, credential);
    onAnswer(true);
  });
  const byGoogle = useAction(async () => {
    if (!user) return;
    await logInAgainWithGoogle(user);
    onAnswer(true);
  });
  const { hasPassword, hasGoogle } = waysOf(user);
  return (
    <Dialog title="Is it still you?" onClose={() => onAnswer(false)}>
      {hasPassword && (
        <Form
          submit="Go on"
          onSubmit={() => byPassword.run()}
          isBusy={byPassword.isBusy}
          problem={byPassword.problem}
        >
          <p>It has been a while since you logged in. Give your password once more, to be sure.</p>
          <PasswordField label="Your password" value={password} onValue={setPassword} />
        </Form>
      )}
      {hasGoogle && (
        <>
          {!hasPassword && <p>It has been a while since you logged in. Do it once more.</p>}
          <Button icon={googleIcon} isBusy={byGoogle.isBusy} onClick={() => byGoogle.run()}>
            Go on with Google
          </Button>
          <Refusal problem={byGoogle.problem} />
        </>
      )}
      {!hasPassword && !hasGoogle && (
        <>
          <p>It has been a while since you came, and a guest can't log in again: sign up first.</p>
          <div class="row">
            <LinkButton href="/signup?next=/account/data">Sign up</LinkButton>
          </div>
        </>
      )}
    </Dialog>
  );
}
