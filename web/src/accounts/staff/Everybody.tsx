import { endAt, limit, orderBy, query, startAt } from "firebase/firestore";
import type { Account } from "kindling-client";
import { SearchX } from "lucide";
import { useState } from "preact/hooks";
import { accounts } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { usePages } from "../../core/pages.ts";
import { Badge, Button, Empty, Loading, More, Refusal, TextField } from "../../core/ui/index.ts";
import { PersonName, personPath } from "./PersonName.tsx";

const PAGE = 25;

/** All of them by their addresses, or those whose address begins in some way. */
const accountsFrom = (beginning: string) =>
  query(
    accounts.documents.accounts,
    orderBy("email"),
    ...(beginning ? [startAt(beginning), endAt(`${beginning}\uf8ff`)] : []),
    limit(PAGE),
  );

/** Everybody who has logged in once, and a way to find one of them. */
export function Everybody() {
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState("");
  const pages = usePages(accountsFrom(wanted), PAGE);
  return (
    <>
      <form
        class="finding"
        onSubmit={(event) => {
          event.preventDefault();
          setWanted(typed.trim().toLowerCase());
        }}
      >
        <TextField
          label="Find by e-mail address"
          type="search"
          placeholder="The beginning will do"
          value={typed}
          onValue={setTyped}
        />
        <Button type="submit">Find</Button>
      </form>
      {pages.isLoading && <Loading what="Looking for people" />}
      <Refusal problem={pages.problem} />
      {!pages.isLoading && !pages.problem && pages.docs.length === 0 && (
        <Empty icon={SearchX} title="Nobody has an address like that">
          <p>Try fewer letters of it. Whoever has never logged in is not listed.</p>
        </Empty>
      )}
      <ul class="lines">
        {pages.docs.map((found) => (
          <AccountLine key={found.id} found={found} />
        ))}
      </ul>
      <More of={pages} />
    </>
  );
}

function AccountLine({ found }: { found: Found<Account> }) {
  const { email, disabled } = found.data();
  return (
    <li>
      <div class="what">
        <a class="leads" href={personPath(found.id)}>
          {email ?? "No e-mail address"}
        </a>
        <p class="hint">
          <PersonName uid={found.id} otherwise="No name yet" />
        </p>
      </div>
      {disabled && (
        <div class="how">
          <Badge tone="bad">Disabled</Badge>
        </div>
      )}
    </li>
  );
}
