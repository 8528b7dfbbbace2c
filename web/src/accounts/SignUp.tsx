import {
  createUserWithEmailAndPassword,
  EmailAuthProvider,
  linkWithCredential,
} from "firebase/auth";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.ts";
import { accounts, auth } from "../core/backend.ts";
import { useSession } from "../core/session.tsx";
import { Form, Notice, Page } from "../core/ui/index.ts";
import { EmailField } from "./EmailField.tsx";
import { OtherWays } from "./OtherWays.tsx";
import { useOnward } from "./onward.ts";
import { PasswordField } from "./PasswordField.tsx";

export default function SignUp() {
  const { goOn, keep } = useOnward("/account");
  const { user, isGuest } = useSession();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signUp = useAction(async () => {
    const address = email.trim();
    await (user && isGuest
      ? linkWithCredential(user, EmailAuthProvider.credential(address, password))
      : createUserWithEmailAndPassword(auth, address, password));
    // The account is there now: a mail that does not go out can be asked for again.
    await accounts.call.sendVerification({}).catch(() => undefined);
    goOn();
  });
  return (
    <Page title="Sign up" width="narrow">
      {isGuest && <Notice>You keep what you have done here as a guest.</Notice>}
      <Form
        submit="Sign up"
        onSubmit={() => signUp.run()}
        isBusy={signUp.isBusy}
        problem={signUp.problem}
      >
        <EmailField value={email} onValue={setEmail} />
        <PasswordField label="Password" isNew value={password} onValue={setPassword} />
      </Form>
      <OtherWays onIn={goOn} />
      <p>
        Been here before? <a href={keep("/login")}>Log in</a>
      </p>
    </Page>
  );
}
