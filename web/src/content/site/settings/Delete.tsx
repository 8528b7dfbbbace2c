import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAction } from "../../../core/action.ts";
import { content } from "../../../core/backend.ts";
import { Button, Confirm } from "../../../core/ui/index.ts";

/** Takes a site down for good. */
export function Delete({ siteId, title }: { siteId: string; title: string }) {
  const { route } = useLocation();
  const [isAsked, setAsked] = useState(false);
  const remove = useAction(async () => {
    await content.call.deleteSite({ siteId });
    route("/studio");
  });
  return (
    <section class="card" aria-labelledby="delete">
      <h3 id="delete">Delete the site</h3>
      <p>
        Its pages, its articles and all that was said of them go for good, and nobody gets its
        address again. For this you must have logged in within five minutes.
      </p>
      <div class="row">
        <Button look="danger" onClick={() => setAsked(true)}>
          Delete the site
        </Button>
      </div>
      {isAsked && (
        <Confirm
          title={`Delete “${title}”`}
          confirm="Delete it for good"
          action={remove}
          onClose={() => setAsked(false)}
        >
          <p>This can't be undone.</p>
        </Confirm>
      )}
    </section>
  );
}
