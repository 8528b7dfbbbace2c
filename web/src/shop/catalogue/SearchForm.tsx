import { Search } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Button, TextField } from "../../core/ui/index.ts";
import { pathOf, type Wish } from "./wish.ts";

/** Asks for words and a range of prices; what is asked for goes into the address. */
export function SearchForm({ wish }: { wish: Wish }) {
  const { route } = useLocation();
  const [typed, setTyped] = useState(wish);
  const address = pathOf(wish);
  // Back and forth in the history, and by a category.
  useEffect(() => setTyped(wish), [address]);
  const type = (part: Partial<Wish>) => setTyped({ ...typed, ...part });
  const price = { type: "number", inputmode: "decimal", min: "0", step: "0.01" } as const;
  return (
    <search>
      <form
        class="shop-search"
        onSubmit={(event) => {
          event.preventDefault();
          route(pathOf(typed));
        }}
      >
        <TextField
          label="Search"
          type="search"
          placeholder="Mug, espresso, linen …"
          maxlength={80}
          value={typed.words}
          onValue={(words) => type({ words })}
        />
        <TextField
          label="From €"
          {...price}
          value={typed.from}
          onValue={(from) => type({ from })}
        />
        <TextField label="To €" {...price} value={typed.to} onValue={(to) => type({ to })} />
        <Button type="submit" icon={Search}>
          Search
        </Button>
      </form>
    </search>
  );
}
