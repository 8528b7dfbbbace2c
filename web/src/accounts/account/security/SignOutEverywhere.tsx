import { signOut } from "firebase/auth";
import { useState } from "preact/hooks";
import { useAction } from "../../../core/action.ts";
import { accounts, auth } from "../../../core/backend.ts";
import { Button, Confirm } from "../../../core/ui/index.ts";

/** For who has lost a device, or left one open somewhere. */
export function SignOutEverywhere() {
  const [isAsking, setAsking] = useState(false);
  const logOut = useAction(async () => {
    await accounts.call.signOutEverywhere({});
    await signOut(auth);
  });
  return (
    <section class="card">
      <h2>Your devices</h2>
      <p>Lost a phone, or left a browser open somewhere? Log out on all of them at once.</p>
      <div class="row">
        <Button look="danger" onClick={() => setAsking(true)}>
          Log out everywhere
        </Button>
      </div>
      {isAsking && (
        <Confirm
          title="Log out everywhere"
          confirm="Log out everywhere"
          keep="Stay logged in"
          action={logOut}
          onClose={() => setAsking(false)}
        >
          <p>All your devices are logged out at once, this one too. Then log in again.</p>
        </Confirm>
      )}
    </section>
  );
}
