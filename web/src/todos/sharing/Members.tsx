import { useOpenList } from "../list/openList.ts";
import { ROLES } from "../list/roles.ts";
import { MemberControls } from "./MemberControls.tsx";

/** Everybody on the list, the owner first. */
export function Members() {
  const { list, uid, isOwner, nameOf } = useOpenList();
  const others = list.memberIds.filter((member) => member !== list.ownerId);
  return (
    <section class="card" aria-labelledby="members">
      <h2 id="members">Who is on the list</h2>
      <ul class="members">
        {[list.ownerId, ...others].map((member) => {
          const role = list.roles[member] ?? "reader";
          return (
            <li key={member}>
              <div class="grow">
                <p class="strong">{nameOf(member)}</p>
                <p class="hint">
                  {ROLES[role].title}: {ROLES[role].about}
                </p>
              </div>
              {isOwner && member !== uid && <MemberControls member={member} role={role} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
