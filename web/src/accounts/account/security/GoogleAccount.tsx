import { GoogleAuthProvider, type User, unlink } from "firebase/auth";
import { refreshSession } from "../../../core/session.tsx";
import { Badge, Button, Refusal } from "../../../core/ui/index.ts";
import { googleIcon } from "../../googleIcon.ts";
import { connectGoogle } from "../../providers.ts";
import { waysOf } from "../../ways.ts";
import { useSureAction } from "../sureAction.tsx";

/** Google as a way in: one more, or one less where another is left. */
export function GoogleAccount({ user }: { user: User }) {
  const { hasGoogle, hasPassword } = waysOf(user);
  const connect = useSureAction(() => connectGoogle(user));
  const disconnect = useSureAction(async () => {
    await unlink(user, GoogleAuthProvider.PROVIDER_ID);
    await refreshSession();
  });
  const { isBusy, run, problem, question } = hasGoogle ? disconnect : connect;
  return (
    <section class="card">
      <div class="row between">
        <h2>Google</h2>
        {hasGoogle && <Badge tone="good">Connected</Badge>}
      </div>
      <p>{stateOf(hasGoogle, hasPassword)}</p>
      {(hasPassword || !hasGoogle) && (
        <div class="row">
          <Button icon={googleIcon} isBusy={isBusy} onClick={() => run()}>
            {hasGoogle ? "Disconnect Google" : "Connect Google"}
          </Button>
        </div>
      )}
      <Refusal problem={problem} />
      {question}
    </section>
  );
}

function stateOf(hasGoogle: boolean, hasPassword: boolean): string {
  if (!hasGoogle) return "Connect it to log in without your password.";
  if (hasPassword) return "You can log in with Google, or with your password.";
  return "You log in with Google. Set a password first if you want to disconnect it.";
}
