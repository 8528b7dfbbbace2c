import { Heart } from "lucide";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { useSession } from "../../core/session.tsx";
import { Button, Refusal } from "../../core/ui/index.ts";
import { count } from "../../core/words.ts";
import { useWhoMay } from "./useWhoMay.ts";

interface LikeButtonProps {
  siteId: string;
  articleId: string;
  likes: number;
}

/** Puts an article among somebody's favourites, or takes it out. */
export function LikeButton({ siteId, articleId, likes }: LikeButtonProps) {
  const { user } = useSession();
  const must = useWhoMay();
  const { documents, like } = content;
  const favourite = useDocument(user ? documents.favorite(user.uid, siteId, articleId) : null);
  const isLiked = favourite.data !== undefined;
  const change = useAction(async () => {
    if (user) await like(siteId, articleId, user.uid, !isLiked);
  });
  return (
    <>
      <Button
        icon={Heart}
        aria-pressed={isLiked}
        isBusy={change.isBusy}
        onClick={() => must(() => change.run())}
      >
        {isLiked ? "Liked" : "Like"} · {count(likes, "like")}
      </Button>
      <Refusal problem={change.problem} />
    </>
  );
}
