import { doc, serverTimestamp, updateDoc } from "firebase/firestore";
import type { Draft } from "kindling-client";
import { CalendarClock, Send, Trash2, Undo2 } from "lucide";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { type Problem, problemOf } from "../../core/problem.ts";
import { Button, Confirm, Refusal } from "../../core/ui/index.ts";
import type { Editing } from "./Editor.tsx";
import { Live } from "./Live.tsx";
import type { Step } from "./possible.ts";
import { ReviewDialog } from "./ReviewDialog.tsx";
import { ScheduleDialog } from "./ScheduleDialog.tsx";
import type { Writing } from "./useWriting.ts";

interface StepsProps extends Editing {
  draft: Draft;
  steps: ReadonlySet<Step>;
  settle: Writing["settle"];
}

/** What can be done with a draft as it stands, by who looks at it. */
export function Steps({ siteId, draftId, draft, steps, settle }: StepsProps) {
  const address = { siteId, articleId: draftId };
  const [asked, setAsked] = useState<"review" | "schedule" | "unpublish">();
  const [refused, setRefused] = useState<Problem>();
  const close = () => setAsked(undefined);
  const { call, reviewDraft } = content;

  const publish = useAction(async () => {
    const { version } = await settle();
    await call.publishArticle({ ...address, version });
  });
  const submit = useAction(async () => reviewDraft(siteId, draftId, "submit", await settle()));
  const withdraw = useAction(async () => reviewDraft(siteId, draftId, "withdraw", await settle()));
  const unschedule = useAction(() => call.unscheduleArticle(address));
  const unpublish = useAction(() => call.unpublishArticle(address));
  // Shown at once, also offline.
  const putInBin = (isIn: boolean) => {
    setRefused(undefined);
    const now = serverTimestamp();
    updateDoc(doc(content.documents.drafts(siteId), draftId), {
      deletedAt: isIn ? now : null,
      updatedAt: now,
    }).catch((error) => setRefused(problemOf(error)));
  };

  const { problem } =
    [publish, submit, withdraw, unschedule].find((action) => action.problem) ?? {};
  return (
    <>
      {draft.note && draft.state !== "in_review" && (
        <p>
          <span class="strong">The reviewer says:</span> {draft.note}
        </p>
      )}
      {draft.live && <Live siteId={siteId} draftId={draftId} live={draft.live} />}
      <div class="stack close steps">
        {steps.has("publish") && (
          <Button look="primary" icon={Send} isBusy={publish.isBusy} onClick={() => publish.run()}>
            {draft.live ? "Publish the changes" : "Publish now"}
          </Button>
        )}
        {steps.has("approve") && <Button onClick={() => setAsked("review")}>Review</Button>}
        {steps.has("schedule") && (
          <Button icon={CalendarClock} onClick={() => setAsked("schedule")}>
            Publish later
          </Button>
        )}
        {steps.has("unschedule") && (
          <Button icon={Undo2} isBusy={unschedule.isBusy} onClick={() => unschedule.run()}>
            Take back the time
          </Button>
        )}
        {steps.has("submit") && (
          <Button
            look={steps.has("publish") ? "plain" : "primary"}
            isBusy={submit.isBusy}
            onClick={() => submit.run()}
          >
            Submit for review
          </Button>
        )}
        {steps.has("withdraw") && (
          <Button icon={Undo2} isBusy={withdraw.isBusy} onClick={() => withdraw.run()}>
            Withdraw
          </Button>
        )}
        {steps.has("unpublish") && <Button onClick={() => setAsked("unpublish")}>Unpublish</Button>}
        {steps.has("bin") && (
          <Button look="quiet" icon={Trash2} onClick={() => putInBin(true)}>
            Put into the bin
          </Button>
        )}
        {steps.has("takeOut") && (
          <Button icon={Undo2} onClick={() => putInBin(false)}>
            Take out of the bin
          </Button>
        )}
      </div>
      {steps.size === 0 && <p class="muted">There is nothing for you to do here now.</p>}
      <Refusal problem={problem ?? refused} />
      {asked === "review" && (
        <ReviewDialog siteId={siteId} draftId={draftId} settle={settle} onClose={close} />
      )}
      {asked === "schedule" && (
        <ScheduleDialog siteId={siteId} draftId={draftId} settle={settle} onClose={close} />
      )}
      {asked === "unpublish" && (
        <Confirm
          title="Unpublish it"
          confirm="Unpublish it"
          keep="Keep it out"
          action={unpublish}
          onClose={close}
        >
          <p>
            Readers see it no more, and its address says that it is gone. Its comments and likes
            come back with it when it is published again.
          </p>
        </Confirm>
      )}
    </>
  );
}
