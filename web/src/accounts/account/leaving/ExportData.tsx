import { Download } from "lucide";
import { useState } from "preact/hooks";
import { accounts } from "../../../core/backend.ts";
import { Button, Notice, Refusal } from "../../../core/ui/index.ts";
import { useSureAction } from "../sureAction.tsx";
import { download } from "./download.ts";

/** All that is kept about somebody, as a file. */
export function ExportData() {
  const [name, setName] = useState<string>();
  const save = useSureAction(async () => {
    const exported = await accounts.call.exportMyData({});
    const file = `kindling-${exported.exportedAt.slice(0, 10)}.json`;
    download(file, exported);
    setName(file);
  });
  return (
    <section class="card">
      <h2>A copy of everything</h2>
      <p>
        One file with all that is kept about you: your account and profile, your orders, lists,
        texts and stays. Other programs can read it (JSON).
      </p>
      <div class="row">
        <Button icon={Download} isBusy={save.isBusy} onClick={() => save.run()}>
          Download my data
        </Button>
      </div>
      {name && <Notice tone="good">{name} is with your downloads.</Notice>}
      <Refusal problem={save.problem} />
      {save.question}
    </section>
  );
}
