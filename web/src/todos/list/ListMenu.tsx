import { serverTimestamp } from "firebase/firestore";
import {
  Archive,
  ArchiveRestore,
  ArchiveX,
  Download,
  EllipsisVertical,
  Pencil,
  Trash2,
  Upload,
} from "lucide";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { Icon, Refusal } from "../../core/ui/index.ts";
import { Menu } from "../../core/ui/Menu.tsx";
import { changeList } from "./changes.ts";
import { exportList } from "./exportList.ts";
import { ImportTasks } from "./ImportTasks.tsx";
import { useOpenList } from "./openList.ts";
import { RenameList } from "./RenameList.tsx";

/** What can be done with the list as a whole. */
export function ListMenu() {
  const { list, listId, isOwner, mayWrite, write, say } = useOpenList();
  const [dialog, setDialog] = useState<"rename" | "import">();
  const exporting = useAction(async (format: "csv" | "json") => {
    say(`“${await exportList(listId, format)}” is among your downloads.`);
  });
  const put = (changes: Parameters<typeof changeList>[1]) => write(changeList(listId, changes));
  const takeBack = {
    title: "Take back into use",
    icon: ArchiveRestore,
    act: () => put({ archived: false }),
  };
  const putAside = {
    title: "Put aside",
    icon: Archive,
    act: () => {
      put({ archived: true });
      say("The list is put aside.", takeBack.act);
    },
  };
  const takeOutOfBin = {
    title: "Take out of the bin",
    icon: ArchiveX,
    act: () => put({ deletedAt: null }),
  };
  const putIntoBin = {
    title: "Put into the bin",
    icon: Trash2,
    act: () => {
      put({ deletedAt: serverTimestamp() });
      say("The list is in the bin.", takeOutOfBin.act);
    },
  };
  const entries = [
    isOwner && { title: "Rename", icon: Pencil, act: () => setDialog("rename") },
    mayWrite && { title: "Import tasks", icon: Upload, act: () => setDialog("import") },
    { title: "Export as CSV", icon: Download, act: () => exporting.run("csv") },
    { title: "Export as JSON", icon: Download, act: () => exporting.run("json") },
    isOwner && (list.archived ? takeBack : putAside),
    isOwner && (list.deletedAt ? takeOutOfBin : putIntoBin),
  ].filter((entry) => entry !== false);
  return (
    <>
      <Menu label="More of this list" button={<Icon of={EllipsisVertical} />}>
        {entries.map(({ title, icon, act }) => (
          <button key={title} type="button" onClick={act}>
            <Icon of={icon} size={18} /> {title}
          </button>
        ))}
      </Menu>
      <Refusal problem={exporting.problem} />
      {dialog === "rename" && <RenameList onClose={() => setDialog(undefined)} />}
      {dialog === "import" && <ImportTasks onClose={() => setDialog(undefined)} />}
    </>
  );
}
