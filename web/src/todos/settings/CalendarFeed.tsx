import { Copy } from "lucide";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { todos } from "../../core/backend.ts";
import { Field } from "../../core/ui/Field.tsx";
import { Button, Confirm, Notice, Refusal } from "../../core/ui/index.ts";

/** A secret link that calendars read. It is shown once: only a hash of it is kept. */
export function CalendarFeed() {
  const [url, setUrl] = useState<string>();
  const [said, setSaid] = useState<string>();
  const [asks, setAsks] = useState(false);
  const making = useAction(async () => {
    setUrl((await todos.call.createFeed({})).url);
    setSaid(undefined);
  });
  const ending = useAction(async () => {
    await todos.call.revokeFeed({});
    setUrl(undefined);
    setSaid("The link leads nowhere now.");
  });
  const copying = useAction(async (text: string) => {
    await navigator.clipboard.writeText(text);
    setSaid("Copied. Paste it where your calendar takes the address of another calendar.");
  });
  return (
    <section class="card" aria-labelledby="calendar-feed">
      <h2 id="calendar-feed">In your calendar</h2>
      <p>
        A secret link under which your calendar finds what you have to do that is due. Whoever has
        the link reads along, so keep it to yourself. A new link ends the one before.
      </p>
      {url && (
        <>
          <Field label="The link" hint="It is shown this once.">
            {(wired) => <input {...wired} value={url} readOnly />}
          </Field>
          <div class="row">
            <Button icon={Copy} isBusy={copying.isBusy} onClick={() => copying.run(url)}>
              Copy the link
            </Button>
          </div>
        </>
      )}
      {said && <Notice tone="good">{said}</Notice>}
      <Refusal problem={making.problem ?? copying.problem} />
      <div class="row">
        <Button isBusy={making.isBusy} onClick={() => making.run()}>
          Make a {url ? "new " : ""}link
        </Button>
        <Button look="quiet" onClick={() => setAsks(true)}>
          End the link
        </Button>
      </div>
      {asks && (
        <Confirm
          title="End the link"
          confirm="End it"
          action={ending}
          onClose={() => setAsks(false)}
        >
          <p>Calendars that have it find nothing there any more.</p>
        </Confirm>
      )}
    </section>
  );
}
