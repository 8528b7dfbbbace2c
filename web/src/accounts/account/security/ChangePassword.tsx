import { signInWithEmailAndPassword, type User } from "firebase/auth";
import { useState } from "preact/hooks";
import { accounts, auth } from "../../../core/backend.ts";
import { Form, Notice } from "../../../core/ui/index.ts";
import { PasswordField } from "../../PasswordField.tsx";
import { waysOf } from "../../ways.ts";
import { useSureAction } from "../sureAction.tsx";

/** Another password, or the first of who has logged in with Google so far. */
export function ChangePassword({ user }: { user: User }) {
  const { hasPassword } = waysOf(user);
  const [password, setPassword] = useState("");
  const [isChanged, setChanged] = useState(false);
  const change = useSureAction(async () => {
    await accounts.call.changePassword({ password });
    // It ends all sessions, this one too.
    await signInWithEmailAndPassword(auth, user.email ?? "", password);
    setChanged(true);
    setPassword("");
  });
  return (
    <section class="card">
      <h2>Password</h2>
      <p>
        {hasPassword
          ? "A new password logs you out on all your other devices."
          : "You have none yet. With one you can log in without Google, too."}
      </p>
      <Form
        submit={hasPassword ? "Change the password" : "Set a password"}
        look="plain"
        onSubmit={() => change.run()}
        isBusy={change.isBusy}
        problem={change.problem}
      >
        {/* Tells a password manager whose it is. */}
        <input type="text" autocomplete="username" value={user.email ?? ""} readOnly hidden />
        <PasswordField label="New password" isNew value={password} onValue={setPassword} />
        {isChanged && (
          <Notice tone="good">Your password is changed. You stay logged in here.</Notice>
        )}
      </Form>
      {change.question}
    </section>
  );
}
