import type { User } from "firebase/auth";
import { useEffect, useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { accounts } from "../../core/backend.ts";
import { refreshSession, useSession } from "../../core/session.tsx";
import { Button, Notice, Refusal } from "../../core/ui/index.ts";
import { bringAlong } from "../guest.ts";

/** Until an address is confirmed: what to do about it. Once it is, that it is. */
export function Confirmation({ user }: { user: User }) {
  const { isVerified } = useSession();
  const [wasAwaited, setAwaited] = useState(!isVerified);
  const [said, setSaid] = useState<string>();
  const send = useAction(async () => {
    await accounts.call.sendVerification({});
    setSaid("The link is on its way.");
  });
  const look = useAction(async () => {
    await refreshSession();
    setSaid("It is not confirmed yet. Follow the link in the mail first.");
  });
  const bring = useAction(bringAlong);
  useEffect(() => {
    if (!isVerified) setAwaited(true);
    else bring.run();
  }, [isVerified]);

  if (!isVerified) {
    return (
      <Notice tone="warn">
        <div class="stack close">
          <p>
            <strong>Confirm your address.</strong> We have sent a link to {user.email}. Some things,
            such as writing to others, wait until you have followed it.
          </p>
          <div class="row">
            <Button isSmall isBusy={look.isBusy} onClick={() => look.run()}>
              I have confirmed it
            </Button>
            <Button isSmall isBusy={send.isBusy} onClick={() => send.run()}>
              Send the link again
            </Button>
          </div>
          {said && <p>{said}</p>}
          <Refusal problem={send.problem ?? look.problem} />
        </div>
      </Notice>
    );
  }
  return (
    <>
      {wasAwaited && <Notice tone="good">Your address is confirmed.</Notice>}
      <Refusal problem={bring.problem}>
        <Button isSmall onClick={() => bring.run()}>
          Bring along what I did as a guest
        </Button>
      </Refusal>
    </>
  );
}
