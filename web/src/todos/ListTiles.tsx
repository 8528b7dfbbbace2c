import type { List } from "kindling-client";
import { Clock, UserRound, Users } from "lucide";
import type { Found } from "../core/live.ts";
import { Badge, Icon } from "../core/ui/index.ts";
import { count, day } from "../core/words.ts";
import { goneOn } from "./bin.ts";
import { ROLES } from "./list/roles.ts";

/** Lists, each with what one is on it. */
export function ListTiles({ lists, uid }: { lists: readonly Found<List>[]; uid: string }) {
  return (
    <ul class="tiles" aria-label="Lists">
      {lists.map((list) => (
        <ListTile key={list.id} list={list} uid={uid} />
      ))}
    </ul>
  );
}

function ListTile({ list, uid }: { list: Found<List>; uid: string }) {
  const { title, roles, memberIds, deletedAt } = list.data();
  const role = roles[uid] ?? "reader";
  const isShared = memberIds.length > 1;
  return (
    <li class="card link">
      <h2>
        <a href={`/todos/${list.id}`}>{title}</a>
      </h2>
      <p class="row hint">
        <Icon of={isShared ? Users : UserRound} size={16} />
        {isShared ? count(memberIds.length, "person", "people") : "Only you"}
        {isShared && <Badge>{ROLES[role].title}</Badge>}
      </p>
      {deletedAt && <p class="hint">Deleted for good on {day(goneOn(deletedAt))}</p>}
      {list.metadata.hasPendingWrites && (
        <p class="row hint pending">
          <Icon of={Clock} size={16} /> Waiting to be saved
        </p>
      )}
    </li>
  );
}
