import type { Mail } from "kindling-client";
import { day, time } from "../words.ts";

/** To whom a mail goes, and what has become of it so far. */
export function MailFacts({ of: { to, delivery, nextAt, expiresAt } }: { of: Mail }) {
  const answer = delivery?.error ?? delivery?.info?.response;
  return (
    <dl class="card staff-facts">
      <dt>To</dt>
      <dd>{to}</dd>
      {delivery && (
        <>
          <dt>Written</dt>
          <dd>{time(delivery.startTime)}</dd>
          <dt>Attempts</dt>
          <dd>{delivery.attempts}</dd>
        </>
      )}
      {delivery?.state === "RETRY" && nextAt && (
        <>
          <dt>Next attempt</dt>
          <dd>{time(nextAt)}</dd>
        </>
      )}
      {delivery?.endTime && (
        <>
          <dt>{delivery.state === "ERROR" ? "Given up" : "Sent"}</dt>
          <dd>{time(delivery.endTime)}</dd>
        </>
      )}
      {answer && (
        <>
          <dt>The mail server says</dt>
          <dd>{answer}</dd>
        </>
      )}
      {expiresAt && (
        <>
          <dt>Kept until</dt>
          <dd>{day(expiresAt)}</dd>
        </>
      )}
    </dl>
  );
}
