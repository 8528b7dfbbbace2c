import type { RoomType } from "kindling-client";
import type { Found } from "../../core/live.ts";
import { count, money } from "../../core/words.ts";

interface RoomsProps {
  docs: readonly Found<RoomType>[];
  chosen: string;
  onChoose: (roomTypeId: string) => void;
}

/** The kinds of room of a place, of which one is chosen. */
export function Rooms({ docs, chosen, onChoose }: RoomsProps) {
  return (
    <fieldset class="choices">
      <legend>
        <h2>Which room</h2>
      </legend>
      {docs.map((found) => {
        const { name, description, sleeps, price, minStay } = found.data();
        return (
          <label key={found.id} class="card choice">
            <input
              type="radio"
              name="room"
              checked={found.id === chosen}
              onChange={() => onChoose(found.id)}
            />
            <span class="stack close">
              <span class="row between">
                <span class="strong">{name}</span>
                <span class="hint">usually {money(price)} a night</span>
              </span>
              {description && <span>{description}</span>}
              <span class="hint">
                For {count(sleeps, "guest")}
                {minStay > 1 && `, from ${count(minStay, "night")}`}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
