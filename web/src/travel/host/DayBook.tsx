import type { Query } from "firebase/firestore";
import type { Booking } from "kindling-client";
import { ChevronLeft, ChevronRight } from "lucide";
import { useState } from "preact/hooks";
import { travel } from "../../core/backend.ts";
import { useQuery } from "../../core/live.ts";
import { Button, IconButton, Loading, Refusal, TextField } from "../../core/ui/index.ts";
import { plainDate } from "../../core/words.ts";
import { addDays, isDate, todayIn } from "../dates.ts";
import { StayRow } from "./StayRow.tsx";
import { Steps } from "./Steps.tsx";

/** Who comes on a day, and who leaves. */
export function DayBook({ hostId }: { hostId: string }) {
  const [date, setDate] = useState(todayIn());
  return (
    <section class="card">
      <div class="row between">
        <h2>Arrivals and departures</h2>
        <div class="row">
          <IconButton
            label="The day before"
            icon={ChevronLeft}
            onClick={() => setDate(addDays(date, -1))}
          />
          <TextField
            label="Day"
            isLabelHidden
            type="date"
            value={date}
            onValue={(chosen) => isDate(chosen) && setDate(chosen)}
          />
          <IconButton
            label="The day after"
            icon={ChevronRight}
            onClick={() => setDate(addDays(date, 1))}
          />
          {date !== todayIn() && (
            <Button isSmall onClick={() => setDate(todayIn())}>
              Today
            </Button>
          )}
        </div>
      </div>
      <p class="strong" role="status">
        {plainDate(date)}
      </p>
      <Stays
        title="Arrivals"
        none="Nobody arrives."
        wanted={travel.documents.arrivals(hostId, date)}
      />
      <Stays
        title="Departures"
        none="Nobody leaves."
        wanted={travel.documents.departures(hostId, date)}
      />
    </section>
  );
}

interface StaysProps {
  title: string;
  none: string;
  wanted: Query<Booking, Booking>;
}

function Stays({ title, none, wanted }: StaysProps) {
  const { docs, isLoading, problem } = useQuery(wanted);
  return (
    <section class="stack close">
      <h3>{title}</h3>
      {isLoading && <Loading rows={1} />}
      <Refusal problem={problem} />
      {!isLoading && !problem && docs.length === 0 && <p class="muted">{none}</p>}
      <ul class="lines">
        {docs.map((found) => (
          <StayRow key={found.id} id={found.id} booking={found.data()}>
            <Steps id={found.id} booking={found.data()} />
          </StayRow>
        ))}
      </ul>
    </section>
  );
}
