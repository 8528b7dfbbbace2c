import { signInWithEmailAndPassword } from "firebase/auth";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.ts";
import { auth } from "../core/backend.ts";
import { local } from "../core/local.ts";
import { Button, Form, Page, TextField } from "../core/ui/index.ts";
import { useOnward } from "./onward.ts";

export default function LogIn() {
  const { goOn, keep } = useOnward();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const logIn = useAction(async (address: string, secret: string) => {
    await signInWithEmailAndPassword(auth, address.trim(), secret);
    goOn();
  });
  return (
    <Page title="Log in" width="narrow">
      <Form
        submit="Log in"
        onSubmit={() => logIn.run(email, password)}
        isBusy={logIn.isBusy}
        problem={logIn.problem}
        beside={<a href={keep("/reset")}>Forgotten it?</a>}
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
          autocomplete="current-password"
          required
          value={password}
          onValue={setPassword}
        />
      </Form>
      <p>
        New here? <a href={keep("/signup")}>Sign up</a>
      </p>
      {local && (
        <section class="stack close" aria-label="People of the demo">
          <p class="hint">On this machine, as somebody of the demo:</p>
          <div class="row">
            {local.people.map((person) => (
              <Button
                key={person.email}
                isSmall
                onClick={() => logIn.run(person.email, local?.password ?? "")}
              >
                {person.displayName}
              </Button>
            ))}
          </div>
        </section>
      )}
    </Page>
  );
}
