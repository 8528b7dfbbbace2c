import { useState } from "preact/hooks";
import { useAction } from "../../../core/action.ts";
import { accounts } from "../../../core/backend.ts";
import { useDocument } from "../../../core/live.ts";
import { Button, Confirm, Loading, Refusal } from "../../../core/ui/index.ts";
import { useSureAction } from "../sureAction.tsx";
import { Outlook } from "./Outlook.tsx";

/** The end of an account, two weeks after it was asked for; until then it can be kept. */
export function DeleteAccount({ uid }: { uid: string }) {
  const [isAsking, setAsking] = useState(false);
  const { data, isLoading, problem } = useDocument(accounts.documents.deletion(uid));
  const remove = useSureAction(() => accounts.call.deleteAccount({}));
  const keep = useAction(() => accounts.call.keepAccount({}));
  if (isLoading) return <Loading rows={2} what="Looking how your account stands" />;
  return (
    <section class="card">
      <h2>Delete your account</h2>
      <Refusal problem={problem} />
      <Outlook deletion={data} />
      <div class="row">
        {/* One button for the keyboard, which stays on it. */}
        {data ? (
          <Button look="primary" isBusy={keep.isBusy} onClick={() => keep.run()}>
            Keep my account
          </Button>
        ) : (
          <Button look="danger" onClick={() => setAsking(true)}>
            Delete my account
          </Button>
        )}
      </div>
      <Refusal problem={keep.problem} />
      {isAsking && (
        <Confirm
          title="Delete your account"
          confirm="Delete it"
          action={remove}
          onClose={() => setAsking(false)}
        >
          <p>
            It will be gone in 14 days. Until then it works as ever, and you can keep it on this
            page. After that nobody can bring it back.
          </p>
        </Confirm>
      )}
      {remove.question}
    </section>
  );
}
