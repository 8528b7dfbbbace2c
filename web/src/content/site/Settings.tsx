import type { Site } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { Form, Notice } from "../../core/ui/index.ts";
import { isAtLeast } from "../roles.ts";
import { type AtSite, SitePage } from "./SitePage.tsx";
import { About } from "./settings/About.tsx";
import { Delete } from "./settings/Delete.tsx";
import { Discussion } from "./settings/Discussion.tsx";
import { Looks } from "./settings/Looks.tsx";
import { Navigation } from "./settings/Navigation.tsx";

type Settings = Pick<
  Site,
  "title" | "description" | "language" | "theme" | "navigation" | "comments"
>;

/** What a part of the settings shows, and how it changes. */
export interface SettingsPart {
  settings: Settings;
  change: (changes: Partial<Settings>) => void;
}

/** What a site is called, what it looks like, and who may talk. */
export default function SettingsPage() {
  return (
    <SitePage>
      {(at) =>
        isAtLeast(at.role, "owner") ? (
          <Settings {...at} />
        ) : (
          <Notice>Owners decide on the settings.</Notice>
        )
      }
    </SitePage>
  );
}

function Settings({ siteId, site }: AtSite) {
  const [changes, setChanges] = useState<Partial<Settings>>({});
  const [isSaved, setSaved] = useState(false);
  const save = useAction(async () => {
    await content.call.updateSite({ siteId, ...changes });
    setChanges({});
    setSaved(true);
  });
  const part: SettingsPart = {
    settings: { ...site, ...changes },
    change(next) {
      setSaved(false);
      setChanges((before) => ({ ...before, ...next }));
    },
  };
  return (
    <>
      <h2>Settings</h2>
      <Form
        submit="Save the settings"
        onSubmit={() => save.run()}
        isBusy={save.isBusy}
        problem={save.problem}
      >
        <About {...part} />
        <Looks {...part} />
        <Navigation {...part} />
        <Discussion {...part} />
        {isSaved && <Notice tone="good">Saved. The public pages show it within a minute.</Notice>}
      </Form>
      <Delete siteId={siteId} title={site.title} />
    </>
  );
}
