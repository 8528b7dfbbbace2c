import { RequireUser } from "../../core/RequireUser.tsx";
import { LinkButton, Page } from "../../core/ui/index.ts";
import "../travel.css";
import { DayBook } from "./DayBook.tsx";
import { FindStay } from "./FindStay.tsx";
import { OwnPlaces } from "./OwnPlaces.tsx";
import { Requests } from "./Requests.tsx";

export default function Hosting() {
  return (
    <Page
      title="Hosting"
      lead="Who asks, who comes and who leaves, and your places."
      actions={<LinkButton href="/travel/host/new">Add a place</LinkButton>}
    >
      <RequireUser why="Hosts have an account.">
        {({ uid }) => (
          <div class="split">
            <div class="stack">
              <Requests hostId={uid} />
              <DayBook hostId={uid} />
            </div>
            <div class="stack">
              <FindStay hostId={uid} />
              <OwnPlaces hostId={uid} />
            </div>
          </div>
        )}
      </RequireUser>
    </Page>
  );
}
