import { useLocation } from "preact-iso";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Page } from "../../core/ui/index.ts";
import { Choices } from "../Choices.tsx";
import "../content.css";
import { Favourites } from "./Favourites.tsx";
import { Feed } from "./Feed.tsx";
import { Join } from "./Join.tsx";
import { MySites } from "./MySites.tsx";

/** What somebody writes, and what they read. */
export default function Studio() {
  const { query } = useLocation();
  return (
    <Page title="Sites" lead="Write your own, alone or with others, and follow those of others.">
      <RequireUser why="Your sites, and those you follow, are kept under your account.">
        {(user) => (
          <>
            {query.join && <Join key={query.join} code={query.join} />}
            <Choices
              label="What to see"
              choices={[
                ["Your sites", "/studio"],
                ["New from sites you follow", "/studio?show=feed"],
                ["Favourites", "/studio?show=favourites"],
              ]}
            />
            {query.show === "feed" ? (
              <Feed uid={user.uid} />
            ) : query.show === "favourites" ? (
              <Favourites uid={user.uid} />
            ) : (
              <MySites uid={user.uid} />
            )}
          </>
        )}
      </RequireUser>
    </Page>
  );
}
