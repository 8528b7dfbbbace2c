import { createUserWithEmailAndPassword } from "firebase/auth";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.ts";
import { accounts, auth } from "../core/backend.ts";
import { Form, Page, TextField } from "../core/ui/index.ts";
import { useOnward } from "./onward.ts";

export default function SignUp() {
  const { goOn, keep } = useOnward();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signUp = useAction(async () => {
    await createUserWithEmailAndPassword(auth, email.trim(), password);
    // The account is there now: a mail that does not go out can be asked for again.
    await accounts.call.sendVerification({}).catch(() => undefined);
    goOn();
  });
  return (
    <Page title="Sign up" width="narrow">
      <Form
        submit="Sign up"
        onSubmit={() => signUp.run()}
        isBusy={signUp.isBusy}
        problem={signUp.problem}
      >
        <TextField
          label="E-mail address"
          type="email"
          autocomplete="username"
          required
          value={email}
          onValue={setEmail}
        />
        <TextField
          label="Password"
          type="password"
          autocomplete="new-password"
          hint="Eight characters or more."
          minlength={8}
          required
          value={password}
          onValue={setPassword}
        />
      </Form>
      <p>
        Been here before? <a href={keep("/login")}>Log in</a>
      </p>
    </Page>
  );
}
