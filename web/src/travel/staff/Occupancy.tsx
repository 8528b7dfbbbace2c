import type { Booking } from "kindling-client";
import { useEffect, useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { Figure } from "../../core/staff/Figure.tsx";
import { StaffPage } from "../../core/staff/StaffPage.tsx";
import { BarChart, Button, Loading, Notice, Refusal } from "../../core/ui/index.ts";
import { count, plainDate } from "../../core/words.ts";
import { addDays, nightsOf, todayIn } from "../dates.ts";
import { readStays, roomsTaken, type Stays } from "./readStays.ts";

const NIGHTS = 14;

/** How full the houses are, all of them together. A host sees their own under "Hosting". */
export default function Occupancy() {
  return (
    <StaffPage
      title="Occupancy"
      roles={["order_manager"]}
      lead="The next 14 nights, tonight included, in all places together."
    >
      <Overview />
    </StaffPage>
  );
}

function Overview() {
  const [today] = useState(() => todayIn());
  const [read, setRead] = useState<Stays>();
  const reading = useAction(async () => setRead(await readStays(today, addDays(today, NIGHTS))));
  useEffect(() => {
    reading.run();
  }, []);
  if (read) return <Nights nights={nightsOf(today, addDays(today, NIGHTS))} {...read} />;
  return reading.problem ? (
    <Refusal problem={reading.problem}>
      <Button onClick={() => reading.run()}>Try again</Button>
    </Refusal>
  ) : (
    <Loading what="The stays are counted" />
  );
}

function Nights({ nights, stays, hasMore }: Stays & { nights: readonly string[] }) {
  const taken = nights.map((night) => roomsTaken(stays, night));
  const [tonight = "", tomorrow = ""] = nights;
  return (
    <>
      <dl class="figures">
        <Figure name="Rooms tonight" value={taken[0] ?? 0} />
        <Figure name="Guests tonight" value={guestsIn(stays, tonight)} />
        <Figure name="Arrivals tomorrow" value={arrivalsOn(stays, tomorrow)} />
        <Figure name="Nights sold" value={taken.reduce((sum, rooms) => sum + rooms, 0)} />
      </dl>
      <div class="card">
        <BarChart
          title="Rooms taken a night"
          bars={nights.map((night, index) => {
            const value = taken[index] ?? 0;
            return { label: plainDate(night), value, said: count(value, "room") };
          })}
        />
      </div>
      {hasMore && <Notice>There are more stays in these days than were read.</Notice>}
      <p class="hint">Confirmed stays alone are counted. Each place goes by its own calendar.</p>
    </>
  );
}

const guestsIn = (stays: readonly Booking[], night: string): number =>
  stays
    .filter(({ checkIn, checkOut }) => nightsOf(checkIn, checkOut).includes(night))
    .reduce((sum, { guests }) => sum + guests, 0);

const arrivalsOn = (stays: readonly Booking[], day: string): number =>
  stays.filter(({ checkIn }) => checkIn === day).length;
