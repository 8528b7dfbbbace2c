import type { Digest } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { todos } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Button, Form, Loading, Notice, Refusal, Select } from "../../core/ui/index.ts";
import { time } from "../../core/words.ts";
import { zoneHere } from "../task/dueWords.ts";

/** A mail each day: what is to be done that day, and what is overdue. */
export function DailyMail({ uid }: { uid: string }) {
  const { data: digest, isLoading, problem } = useDocument(todos.documents.digest(uid));
  return (
    <section class="card" aria-labelledby="daily-mail">
      <h2 id="daily-mail">A mail each day</h2>
      <p>
        What you have to do that day, and what is overdue. On days with nothing to do there is none.
      </p>
      {isLoading && <Loading rows={2} />}
      <Refusal problem={problem} />
      {!isLoading && !problem && <Choice key={digest ? "on" : "off"} digest={digest} />}
    </section>
  );
}

const HOURS = Array.from(
  { length: 24 },
  (_, hour) => [String(hour), `${String(hour).padStart(2, "0")}:00`] as const,
);

function Choice({ digest }: { digest: Digest | undefined }) {
  const [hour, setHour] = useState(digest?.hour ?? 7);
  const [zone, setZone] = useState(digest?.zone ?? zoneHere());
  const zones = [...new Set([zone, ...Intl.supportedValuesOf("timeZone")])].toSorted();
  const sending = useAction(() => todos.call.setDigest({ digest: { hour, zone } }));
  const ending = useAction(() => todos.call.setDigest({ digest: null }));
  return (
    <>
      {digest && <Notice tone="good">The next one comes on {time(digest.nextAt)}.</Notice>}
      <Form
        submit={digest ? "Change it" : "Send it to me"}
        onSubmit={() => sending.run()}
        isBusy={sending.isBusy}
        problem={sending.problem ?? ending.problem}
        beside={
          digest && (
            <Button isBusy={ending.isBusy} onClick={() => ending.run()}>
              Send no more
            </Button>
          )
        }
      >
        <Select
          label="At"
          value={String(hour)}
          onValue={(chosen) => setHour(Number(chosen))}
          options={HOURS}
        />
        <Select
          label="By the clocks of"
          value={zone}
          onValue={setZone}
          options={zones.map((one) => [one, one.replaceAll("_", " ")] as const)}
        />
      </Form>
    </>
  );
}
