import { modules } from "../../modules.ts";
import { useSession } from "../session.tsx";
import { staffEntriesOf } from "../shell/staffEntries.ts";
import { Icon } from "../ui/index.ts";
import { StaffPage } from "./StaffPage.tsx";

/** Where staff begin. */
export default function StaffHome() {
  const { role } = useSession();
  return (
    <StaffPage
      title="Staff"
      roles={["order_manager", "inventory_manager"]}
      lead="What your role lets you look after."
    >
      <ul class="tiles">
        {staffEntriesOf(modules, role).map(({ path, title, icon }) => (
          <li key={path} class="card link">
            <Icon of={icon} size={28} />
            <h2>
              <a href={path}>{title}</a>
            </h2>
          </li>
        ))}
      </ul>
    </StaffPage>
  );
}
