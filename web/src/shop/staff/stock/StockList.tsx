import { PackageOpen } from "lucide";
import { usePages } from "../../../core/pages.ts";
import { Choice, useChosen } from "../../../core/staff/Choice.tsx";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { Empty, Loading, More, Refusal } from "../../../core/ui/index.ts";
import { KEEPS_STOCK } from "../roles.ts";
import { AVAILABILITIES } from "./availability.ts";
import { FindShelf } from "./FindShelf.tsx";
import { ShelfRows } from "./ShelfRows.tsx";
import { PAGE_SIZE, variantsBySku } from "./shelves.ts";
import "../staff.css";

/** What is on the shelves, by SKU. */
export default function StockList() {
  return (
    <StaffPage title="Stock" roles={KEEPS_STOCK}>
      <Shelves />
    </StaffPage>
  );
}

const CHOICES = [
  ["all", "Everything"],
  ["low", AVAILABILITIES.low[0]],
  ["out_of_stock", AVAILABILITIES.out_of_stock[0]],
] as const;

function Shelves() {
  const chosen = useChosen(CHOICES);
  const variants = usePages(variantsBySku(chosen === "all" ? undefined : chosen), PAGE_SIZE);
  return (
    <>
      <FindShelf />
      <Choice label="Which of the stock" options={CHOICES} chosen={chosen} />
      {variants.isLoading && <Loading rows={5} />}
      <Refusal problem={variants.problem} />
      {!variants.isLoading && !variants.problem && variants.docs.length === 0 && (
        <Empty icon={PackageOpen} title="There is nothing of the kind">
          <p>
            Show everything, or put something into the <a href="/staff/catalogue">catalogue</a>.
          </p>
        </Empty>
      )}
      {pagesOf(variants.docs).map((page) => (
        <ShelfRows key={page[0]?.id} variants={page} />
      ))}
      <More of={variants} />
    </>
  );
}

/** As they were read: what is on their shelves is asked for once a page. */
const pagesOf = <T,>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / PAGE_SIZE) }, (_, page) =>
    all.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE),
  );
