import { UserRoundX } from "lucide";
import { useRoute } from "preact-iso";
import { accounts } from "../core/backend.ts";
import { useDocument } from "../core/live.ts";
import { Empty, LinkButton, Loading, Page, Refusal } from "../core/ui/index.ts";
import { day } from "../core/words.ts";
import { Avatar } from "./Avatar.tsx";
import "./accounts.css";

/** What everybody sees of somebody. */
export default function Person() {
  const { uid = "" } = useRoute().params;
  const { data: profile, isLoading, problem } = useDocument(accounts.documents.profile(uid));
  if (profile) {
    const { displayName, username, bio, avatar, createdAt } = profile;
    return (
      <Page title={displayName} width="narrow">
        <section class="card">
          <div class="row">
            <Avatar name={displayName} url={avatar} />
            <div class="grow">
              <p class="strong">@{username}</p>
              <p class="hint">Here since {day(createdAt)}</p>
            </div>
          </div>
          <p class="bio">{bio || "Nothing is written here yet."}</p>
        </section>
      </Page>
    );
  }
  return (
    <Page title="Profile" width="narrow">
      {isLoading && <Loading what="The profile is on its way" />}
      <Refusal problem={problem} />
      {!isLoading && !problem && (
        <Empty icon={UserRoundX} title="There is nobody here">
          <p>They have no profile, or are gone.</p>
          <LinkButton href="/">To the start</LinkButton>
        </Empty>
      )}
    </Page>
  );
}
