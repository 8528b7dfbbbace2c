import { deleteDoc, limit, query } from "firebase/firestore";
import type { SiteInvite, SiteRole } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { type Found, useQuery } from "../../core/live.ts";
import { Button, Form, Notice, Refusal, Select, TextField } from "../../core/ui/index.ts";
import { day } from "../../core/words.ts";
import { ROLE_NAMES, roleNamed, roleOptions } from "../roles.ts";

/** Invites people by mail; who has not come yet can be uninvited. */
export function Invitations({ siteId }: { siteId: string }) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<SiteRole>("author");
  const [invited, setInvited] = useState<string>();
  const invites = useQuery(query(content.documents.siteInvites(siteId), limit(50)));
  const open = invites.docs.filter((invite) => !invite.data().accepted);
  const invite = useAction(async () => {
    setInvited(undefined);
    await content.call.inviteToSite({ siteId, email: email.trim(), role });
    setInvited(email.trim());
    setEmail("");
  });
  return (
    <section class="card" aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <Form
        submit="Invite"
        onSubmit={() => invite.run()}
        isBusy={invite.isBusy}
        problem={invite.problem}
      >
        <TextField
          label="E-mail address"
          type="email"
          required
          hint="They get a mail with a link that works for seven days."
          value={email}
          onValue={setEmail}
        />
        <Select
          label="Role"
          options={roleOptions}
          value={role}
          onValue={(name) => setRole(roleNamed(name) ?? "author")}
        />
      </Form>
      {invited && <Notice tone="good">A mail is on its way to {invited}.</Notice>}
      <Refusal problem={invites.problem} />
      {open.length > 0 && (
        <>
          <h3>Invited, and not here yet</h3>
          <ul class="lines">
            {open.map((one) => (
              <Invited key={one.id} invite={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Invited({ invite }: { invite: Found<SiteInvite> }) {
  const { email, role, expiresAt } = invite.data();
  const takeBack = useAction(() => deleteDoc(invite.ref));
  return (
    <li class="line">
      <div class="grow">
        <p class="strong">{email}</p>
        <p class="hint">
          {ROLE_NAMES[role]} · until {day(expiresAt)}
        </p>
      </div>
      <Button look="quiet" isBusy={takeBack.isBusy} onClick={() => takeBack.run()}>
        Take back<span class="hidden-label"> the invitation to {email}</span>
      </Button>
      <Refusal problem={takeBack.problem} />
    </li>
  );
}
