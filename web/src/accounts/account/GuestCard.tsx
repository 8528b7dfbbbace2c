import { signOut } from "firebase/auth";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { auth } from "../../core/backend.ts";
import { Button, Confirm, LinkButton } from "../../core/ui/index.ts";

/** What a guest is, and how they become somebody. */
export function GuestCard() {
  const [isLeaving, setLeaving] = useState(false);
  const leave = useAction(() => signOut(auth));
  return (
    <section class="card">
      <h2>You are here as a guest</h2>
      <p>
        What you do is kept for this browser alone. Sign up to have it everywhere, with a profile of
        your own: all that you have done here stays yours. If you have an account already, log in,
        and it comes along.
      </p>
      <div class="row">
        <LinkButton look="primary" href="/signup?next=/account">
          Sign up
        </LinkButton>
        <LinkButton href="/login?next=/account">Log in</LinkButton>
        <Button look="quiet" onClick={() => setLeaving(true)}>
          Leave
        </Button>
      </div>
      {isLeaving && (
        <Confirm
          title="Leave as a guest"
          confirm="Leave"
          keep="Stay"
          action={leave}
          onClose={() => setLeaving(false)}
        >
          <p>
            Nobody can come back as this guest. You will not find again what you have put into your
            cart, ordered or written.
          </p>
        </Confirm>
      )}
    </section>
  );
}
