import { signInWithEmailAndPassword } from "firebase/auth";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.ts";
import { auth } from "../core/backend.ts";
import { useSession } from "../core/session.tsx";
import { Form, Notice, Page } from "../core/ui/index.ts";
import { DemoPeople } from "./DemoPeople.tsx";
import { EmailField } from "./EmailField.tsx";
import { logInFromGuest } from "./guest.ts";
import { OtherWays } from "./OtherWays.tsx";
import { useOnward } from "./onward.ts";
import { PasswordField } from "./PasswordField.tsx";

export default function LogIn() {
  const { goOn, keep } = useOnward();
  const { isGuest } = useSession();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const logIn = useAction(async (address: string, secret: string) => {
    await logInFromGuest(() => signInWithEmailAndPassword(auth, address.trim(), secret));
    goOn();
  });
  return (
    <Page title="Log in" width="narrow">
      {isGuest && <Notice>What you have done here as a guest comes along.</Notice>}
      <Form
        submit="Log in"
        onSubmit={() => logIn.run(email, password)}
        isBusy={logIn.isBusy}
        problem={logIn.problem}
        beside={<a href={keep("/reset")}>Forgotten it?</a>}
      >
        <EmailField value={email} onValue={setEmail} />
        <PasswordField label="Password" value={password} onValue={setPassword} />
      </Form>
      <OtherWays onIn={goOn} />
      <p>
        New here? <a href={keep("/signup")}>Sign up</a>
      </p>
      <DemoPeople onChosen={logIn.run} />
    </Page>
  );
}
