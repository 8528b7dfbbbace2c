import { Bell, BellRing } from "lucide";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { useSession } from "../../core/session.tsx";
import { Button, Refusal } from "../../core/ui/index.ts";
import { useWhoMay } from "./useWhoMay.ts";

/** Has somebody follow a site, or no more. */
export function FollowButton({ siteId }: { siteId: string }) {
  const { user } = useSession();
  const must = useWhoMay();
  const followed = useDocument(user ? content.documents.followed(user.uid, siteId) : null);
  const isFollowed = followed.data !== undefined;
  const follow = useAction(async () => {
    if (user) await content.follow(siteId, user.uid, !isFollowed);
  });
  return (
    <>
      <Button
        icon={isFollowed ? BellRing : Bell}
        aria-pressed={isFollowed}
        isBusy={follow.isBusy}
        onClick={() => must(() => follow.run())}
      >
        {isFollowed ? "Following" : "Follow"}
      </Button>
      <Refusal problem={follow.problem} />
    </>
  );
}
