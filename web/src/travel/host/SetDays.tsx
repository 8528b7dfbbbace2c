import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { Form, Notice, Select, TextField } from "../../core/ui/index.ts";
import { count, plainDate } from "../../core/words.ts";
import type { Range } from "../calendar/range.ts";
import { addDays } from "../dates.ts";
import { minorUnits } from "./amounts.ts";
import { Weekdays } from "./Weekdays.tsx";

interface SetDaysProps {
  room: { propertyId: string; roomTypeId: string };
  range: Range;
}

const OPEN = [
  ["", "As they are"],
  ["closed", "Closed: nothing more is sold"],
  ["open", "Open"],
] as const;

/** Sets the days that are chosen. What is left empty stays as it is. */
export function SetDays({ room, range: { from, until } }: SetDaysProps) {
  const [weekdays, setWeekdays] = useState<readonly number[]>([1, 2, 3, 4, 5, 6, 7]);
  const [price, setPrice] = useState("");
  const [minStay, setMinStay] = useState("");
  const [maxStay, setMaxStay] = useState("");
  const [capacity, setCapacity] = useState("");
  const [open, setOpen] = useState("");
  const [set, setSet] = useState(0);
  const save = useAction(async () => {
    setSet(0);
    const span = { ...room, from, until: addDays(until || from, 1), weekdays: [...weekdays] };
    const rates = {
      ...(price && { price: minorUnits(price) }),
      ...(minStay && { minStay: Number(minStay) }),
      ...(maxStay && { maxStay: Number(maxStay) }),
    };
    const rooms = {
      ...(capacity && { capacity: Number(capacity) }),
      ...(open && { closed: open === "closed" }),
    };
    let days = 0;
    if (Object.keys(rooms).length > 0) {
      days = (await travel.call.setCapacity({ ...span, ...rooms })).days;
    }
    if (Object.keys(rates).length > 0) {
      days = (await travel.call.setRates({ ...span, ...rates })).days;
    }
    setSet(days);
  });
  if (!from) {
    return (
      <aside class="card" aria-label="Set days">
        <h2>Set days</h2>
        <p class="muted">Choose a day, or the first and the last of several.</p>
      </aside>
    );
  }
  const nights = { type: "number", min: "1", max: "28", step: "1" } as const;
  return (
    <aside class="card" aria-label="Set days">
      <h2>Set days</h2>
      <p role="status">
        {plainDate(from)}
        {until ? ` to ${plainDate(until)}` : ". Choose another for several days"}.
      </p>
      <Form
        submit="Set these days"
        onSubmit={() => save.run()}
        isBusy={save.isBusy}
        problem={save.problem}
      >
        {until && <Weekdays chosen={weekdays} onChosen={setWeekdays} />}
        <TextField
          label="Price of a night, in euros"
          type="number"
          min="1"
          step="0.01"
          value={price}
          onValue={setPrice}
        />
        <div class="fields">
          <TextField label="Shortest stay" {...nights} value={minStay} onValue={setMinStay} />
          <TextField label="Longest stay" {...nights} value={maxStay} onValue={setMaxStay} />
        </div>
        <TextField
          label="Rooms"
          type="number"
          min="0"
          max="500"
          step="1"
          value={capacity}
          onValue={setCapacity}
        />
        <Select label="To be booked" value={open} onValue={setOpen} options={OPEN} />
        <p class="hint">What you leave empty stays as it is. What is booked keeps its price.</p>
      </Form>
      {set > 0 && <Notice tone="good">{count(set, "day is", "days are")} set.</Notice>}
    </aside>
  );
}
