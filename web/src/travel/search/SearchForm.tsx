import { Search as SearchIcon } from "lucide";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Button, Select, TextField } from "../../core/ui/index.ts";
import { cityName, citySlug } from "../city.ts";
import { addDays, daysBetween, todayIn } from "../dates.ts";
import { addressOf, MAX_NIGHTS, upTo, type Wish } from "../wish.ts";

/** Where, when and how many. What is asked for goes into the address: it can be kept, shared and gone back to. */
export function SearchForm({ wish }: { wish: Wish }) {
  const { route } = useLocation();
  const [city, setCity] = useState(cityName(wish.city));
  const [checkIn, setCheckIn] = useState(wish.checkIn);
  const [checkOut, setCheckOut] = useState(wish.checkOut);
  const [guests, setGuests] = useState(String(wish.guests));
  const [rooms, setRooms] = useState(String(wish.rooms));
  const comeOn = (day: string) => {
    setCheckIn(day);
    const nights = day && checkOut ? daysBetween(day, checkOut) : 0;
    if (day && (nights < 1 || nights > MAX_NIGHTS)) setCheckOut(addDays(day, 2));
  };
  const search = () => {
    const numbers = { guests: Number(guests), rooms: Number(rooms) };
    route(addressOf("/travel", { city: citySlug(city), checkIn, checkOut, ...numbers }));
  };
  return (
    <search>
      <form
        class="card stay-search"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <TextField
          label="City"
          value={city}
          onValue={setCity}
          required
          placeholder="Lisbon"
          maxlength={40}
        />
        <TextField
          label="Check-in"
          type="date"
          value={checkIn}
          onValue={comeOn}
          required
          min={addDays(todayIn(), -1)}
        />
        <TextField
          label="Check-out"
          type="date"
          value={checkOut}
          onValue={setCheckOut}
          required
          min={addDays(checkIn || todayIn(), 1)}
          max={addDays(checkIn || todayIn(), MAX_NIGHTS)}
        />
        <Select label="Guests" value={guests} onValue={setGuests} options={upTo(12)} />
        <Select label="Rooms" value={rooms} onValue={setRooms} options={upTo(9)} />
        <Button type="submit" look="primary" icon={SearchIcon}>
          Search
        </Button>
      </form>
    </search>
  );
}
