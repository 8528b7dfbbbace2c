import { RequireUser } from "../../core/RequireUser.tsx";
import { Page } from "../../core/ui/index.ts";
import "../todos.css";
import { CalendarFeed } from "./CalendarFeed.tsx";
import { DailyMail } from "./DailyMail.tsx";

export default function SettingsPage() {
  return (
    <Page
      title="Mail and calendar"
      lead="What you have to do, where you look anyway."
      from={["Lists", "/todos"]}
    >
      <RequireUser why="The mail and the calendar are about what you have to do.">
        {({ uid }) => (
          <div class="tiles wide">
            <DailyMail uid={uid} />
            <CalendarFeed />
          </div>
        )}
      </RequireUser>
    </Page>
  );
}
