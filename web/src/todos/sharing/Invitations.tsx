import { deleteDoc, limit, query, where } from "firebase/firestore";
import type { Invite } from "kindling-client";
import { todos } from "../../core/backend.ts";
import { type Found, useQuery } from "../../core/live.ts";
import { Button, Loading, Refusal } from "../../core/ui/index.ts";
import { day } from "../../core/words.ts";
import { useOpenList } from "../list/openList.ts";
import { ROLES } from "../list/roles.ts";
import { InviteSomebody } from "./InviteSomebody.tsx";

/** Who was invited and has not come yet; for the owner. */
export function Invitations() {
  const { listId, mayWrite, source } = useOpenList();
  const { docs, isLoading, problem } = useQuery(openInvites(listId), source);
  return (
    <section class="card" aria-labelledby="invitations">
      <h2 id="invitations">Invite somebody</h2>
      {mayWrite ? <InviteSomebody /> : <p>Take the list back into use first.</p>}
      {isLoading && <Loading rows={1} />}
      <Refusal problem={problem} />
      {docs.length > 0 && (
        <>
          <h3>Invited so far</h3>
          <ul class="members">
            {docs.map((invite) => (
              <Invited key={invite.id} invite={invite} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Invited({ invite }: { invite: Found<Invite> }) {
  const { write, say } = useOpenList();
  const { email, role, expiresAt } = invite.data();
  const isOver = expiresAt.toMillis() < Date.now();
  return (
    <li>
      <div class="grow">
        <p class="strong">{email}</p>
        <p class="hint">
          {ROLES[role].title}. {isOver ? "Has run out on" : "Can come until"} {day(expiresAt)}.
        </p>
      </div>
      <Button
        isSmall
        look="quiet"
        onClick={() => {
          write(deleteDoc(invite.ref));
          say(`The invitation of ${email} is taken back.`);
        }}
      >
        Take back
      </Button>
    </li>
  );
}

const openInvites = (listId: string) =>
  query(todos.documents.invites(listId), where("accepted", "==", false), limit(50));
