import { useLocation } from "preact-iso";
import { Page } from "../../core/ui/index.ts";
import { wishOf } from "../wish.ts";
import "../travel.css";
import { Offers } from "./Offers.tsx";
import { SearchForm } from "./SearchForm.tsx";
import { Somewhere } from "./Somewhere.tsx";

export default function Search() {
  const { query } = useLocation();
  const wish = wishOf(query);
  const { city, checkIn, checkOut } = wish;
  return (
    <Page title="Places to stay" lead="Hold a room while you decide, and pay when you have.">
      <SearchForm key={JSON.stringify(wish)} wish={wish} />
      {city && checkIn && checkOut ? <Offers wish={wish} /> : <Somewhere />}
    </Page>
  );
}
