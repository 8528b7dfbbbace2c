import { signInAnonymously } from "firebase/auth";
import { Footprints } from "lucide";
import { useAction } from "../core/action.ts";
import { auth } from "../core/backend.ts";
import { useSession } from "../core/session.tsx";
import { Button, Refusal } from "../core/ui/index.ts";
import { googleIcon } from "./googleIcon.ts";
import { goOnWithGoogle } from "./providers.ts";
import "./accounts.css";

/** Ways in without a password. */
export function OtherWays({ onIn }: { onIn: () => void }) {
  const { user } = useSession();
  const google = useAction(async () => {
    await goOnWithGoogle();
    onIn();
  });
  const guest = useAction(async () => {
    await signInAnonymously(auth);
    onIn();
  });
  return (
    <div class="stack other-ways">
      <p class="or">or</p>
      <Button icon={googleIcon} isBusy={google.isBusy} onClick={() => google.run()}>
        Continue with Google
      </Button>
      <Refusal problem={google.problem} />
      {!user && (
        <>
          <Button icon={Footprints} isBusy={guest.isBusy} onClick={() => guest.run()}>
            Look around as a guest
          </Button>
          <Refusal problem={guest.problem} />
        </>
      )}
    </div>
  );
}
