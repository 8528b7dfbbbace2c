import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { Button, LinkButton, Notice, Refusal } from "../../core/ui/index.ts";
import { ROLE_NAMES } from "../roles.ts";

/** Accepts the invitation that a mail has brought. */
export function Join({ code }: { code: string }) {
  const [joined, setJoined] = useState<Awaited<ReturnType<typeof content.call.acceptSiteInvite>>>();
  const join = useAction(async () => setJoined(await content.call.acceptSiteInvite({ code })));
  if (joined) {
    return (
      <Notice tone="good">
        <p>
          You are of the team of {joined.siteId}, as its {ROLE_NAMES[joined.role].toLowerCase()}.
        </p>
        <p class="row">
          <LinkButton href={`/studio/${joined.siteId}`}>To the site</LinkButton>
        </p>
      </Notice>
    );
  }
  return (
    <section class="card" aria-labelledby="invitation">
      <h2 id="invitation">You are invited to write</h2>
      <p>
        This invitation is to the team of <strong>{code.split(".")[0]}</strong>. It works for the
        address that the mail went to.
      </p>
      <Refusal problem={join.problem} />
      <div class="row">
        <Button look="primary" isBusy={join.isBusy} onClick={() => join.run()}>
          Join the team
        </Button>
        <LinkButton look="quiet" href="/studio">
          Not now
        </LinkButton>
      </div>
    </section>
  );
}
