import type { DeliveryState, Mail } from "kindling-client";
import { MailX } from "lucide";
import { useRef } from "preact/hooks";
import { useRoute } from "preact-iso";
import { useAction } from "../action.ts";
import { mail } from "../backend.ts";
import { type LiveDocument, useDocument } from "../live.ts";
import { useSession } from "../session.tsx";
import { Button, Empty, Loading, Notice, Refusal } from "../ui/index.ts";
import { deliveryStates } from "./deliveryStates.ts";
import { MailContent } from "./MailContent.tsx";
import { MailFacts } from "./MailFacts.tsx";
import { StaffPage } from "./StaffPage.tsx";

/** One mail of the outbox: how it stands, and what it says. */
export default function OneMail() {
  const { id = "" } = useRoute().params;
  const { role } = useSession();
  const found = useDocument(role === "admin" ? mail.documents.mail(id) : null);
  return (
    <StaffPage
      title={found.data?.message.subject ?? "A mail"}
      roles={[]}
      from={["Mail", "/staff/mail"]}
    >
      <Shown id={id} found={found} />
    </StaffPage>
  );
}

function Shown({ id, found }: { id: string; found: LiveDocument<Mail> }) {
  if (found.isLoading) return <Loading what="Looking for the mail" />;
  if (found.problem && found.problem.code !== "permission-denied") {
    return <Refusal problem={found.problem} />;
  }
  if (!found.data) {
    return (
      <Empty icon={MailX} title="There is no such mail to show">
        <p>It may be older than 30 days, or for its reader alone.</p>
      </Empty>
    );
  }
  return (
    <>
      <Standing id={id} state={found.data.delivery?.state ?? "PENDING"} />
      <MailFacts of={found.data} />
      <MailContent message={found.data.message} />
    </>
  );
}

function Standing({ id, state }: { id: string; state: DeliveryState }) {
  const place = useRef<HTMLDivElement>(null);
  const { word, tone, means } = deliveryStates[state];
  const again = useAction(async () => {
    await mail.call.sendAgain({ mailId: id });
    // The button goes; what has come of it is read here.
    place.current?.focus();
  });
  return (
    <div class="stack" ref={place} tabIndex={-1}>
      <Notice tone={tone}>
        <p>
          <span class="strong">{word}.</span> {means}
        </p>
      </Notice>
      <Refusal problem={again.problem} />
      {(state === "ERROR" || again.isBusy) && (
        <div class="row">
          <Button look="primary" isBusy={again.isBusy} onClick={() => again.run()}>
            Send again
          </Button>
        </div>
      )}
    </div>
  );
}
