import { ListX } from "lucide";
import { Empty, LinkButton } from "../../core/ui/index.ts";

/** There is none, or it is for others: nobody is told which. */
export function NoSuchList() {
  return (
    <Empty icon={ListX} title="There is no such list for you">
      <p>
        It may have been deleted, or you are not on it any more. Ask whoever shared it with you for
        another invitation.
      </p>
      <LinkButton href="/todos">To your lists</LinkButton>
    </Empty>
  );
}
