import { ListFrame } from "../list/ListFrame.tsx";
import { useOpenList } from "../list/openList.ts";
import { Invitations } from "./Invitations.tsx";
import { Leave } from "./Leave.tsx";
import { Members } from "./Members.tsx";

export default function PeoplePage() {
  return (
    <ListFrame>
      <People />
    </ListFrame>
  );
}

/** Who is on the list, who is to be, and how one gets off it. */
function People() {
  const { list, isOwner, mayWrite } = useOpenList();
  return (
    <div class="split">
      <Members />
      {isOwner && (mayWrite || !list.deletedAt) ? <Invitations /> : !isOwner && <Leave />}
    </div>
  );
}
