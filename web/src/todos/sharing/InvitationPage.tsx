import { MailOpen } from "lucide";
import { useLocation, useRoute } from "preact-iso";
import { useAction } from "../../core/action.ts";
import { todos } from "../../core/backend.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { useSession } from "../../core/session.tsx";
import { Button, Empty, Page, Refusal } from "../../core/ui/index.ts";
import { ConfirmAddress } from "./ConfirmAddress.tsx";

/** Where the link of an invitation leads. */
export default function InvitationPage() {
  return (
    <Page title="You are invited to a list" from={["Lists", "/todos"]} width="narrow">
      <RequireUser why="Log in, or sign up, with the address that the mail went to.">
        {({ email }) => <Invitation email={email ?? "a guest"} />}
      </RequireUser>
    </Page>
  );
}

function Invitation({ email }: { email: string }) {
  const { code = "" } = useRoute().params;
  const { route } = useLocation();
  const { isVerified } = useSession();
  const accepting = useAction(async () => {
    const { listId } = await todos.call.acceptInvite({ code });
    route(`/todos/${listId}`, true);
  });
  if (!isVerified) return <ConfirmAddress email={email} />;
  return (
    <Empty icon={MailOpen} title={`You are logged in as ${email}`}>
      <p>Is that the address that the mail went to? Then the list is a click away.</p>
      <Refusal problem={accepting.problem} />
      <Button look="primary" isBusy={accepting.isBusy} onClick={() => accepting.run()}>
        Join the list
      </Button>
    </Empty>
  );
}
