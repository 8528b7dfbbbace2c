import type { DeliveryState, Mail } from "kindling-client";
import { MailCheck } from "lucide";
import { mail } from "../backend.ts";
import type { Found } from "../live.ts";
import { usePages } from "../pages.ts";
import { Badge, Empty, Loading, More, Refusal } from "../ui/index.ts";
import { time } from "../words.ts";
import { Choice, useChosen } from "./Choice.tsx";
import { deliveryStates } from "./deliveryStates.ts";
import { StaffPage } from "./StaffPage.tsx";

const PAGE = 25;

const OPTIONS = [
  ["all", "All"],
  ["sent", "Sent"],
  ["waiting", "Waiting"],
  ["failed", "Failed"],
] as const;

const STATES: Record<(typeof OPTIONS)[number][0], readonly DeliveryState[]> = {
  all: [],
  sent: ["SUCCESS"],
  waiting: ["PENDING", "PROCESSING", "RETRY"],
  failed: ["ERROR"],
};

/** What the house has written to people. */
export default function Outbox() {
  return (
    <StaffPage
      title="Mail"
      roles={[]}
      lead="What the app has written to people in the last 30 days. Mails with a link that lets their reader in are for their reader alone, and not shown here."
    >
      <Mails />
    </StaffPage>
  );
}

function Mails() {
  const chosen = useChosen(OPTIONS);
  const pages = usePages(mail.documents.newestMails(STATES[chosen], PAGE), PAGE);
  return (
    <>
      <Choice label="Which mails" options={OPTIONS} chosen={chosen} />
      {pages.isLoading && <Loading what="Looking into the outbox" />}
      <Refusal problem={pages.problem} />
      {!pages.isLoading && !pages.problem && pages.docs.length === 0 && (
        <Empty icon={MailCheck} title={chosen === "failed" ? "No mail has failed" : "No mail here"}>
          <p>Each mail of the app is listed here as soon as it is written.</p>
        </Empty>
      )}
      <ul class="lines">
        {pages.docs.map((found) => (
          <MailLine key={found.id} found={found} />
        ))}
      </ul>
      <More of={pages} />
    </>
  );
}

function MailLine({ found }: { found: Found<Mail> }) {
  const { to, message, delivery } = found.data();
  const { word, tone } = deliveryStates[delivery?.state ?? "PENDING"];
  return (
    <li>
      <div class="what">
        <a class="leads" href={`/staff/mail/${encodeURIComponent(found.id)}`}>
          {message.subject}
        </a>
        <p class="hint">To {to}</p>
        {delivery?.state === "ERROR" && <p class="wrong">{delivery.error}</p>}
      </div>
      <div class="how">
        <Badge tone={tone}>{word}</Badge>
        {delivery && <span class="hint">{time(delivery.startTime)}</span>}
      </div>
    </li>
  );
}
