import type { Site } from "kindling-client";
import { ArrowDown, ArrowUp, Plus, X } from "lucide";
import { Button, IconButton, TextField } from "../../../core/ui/index.ts";
import type { SettingsPart } from "../Settings.tsx";

const MOST = 12;
const SEGMENT = "[a-z0-9][a-z0-9\\-]*";
const TO = `/|/${SEGMENT}(/${SEGMENT})?|https://.+`;

/** The ways at the top of a site's pages. */
export function Navigation({ settings, change }: SettingsPart) {
  const { navigation } = settings;
  const set = (next: Site["navigation"]) => change({ navigation: next });
  const swap = (one: number, other: number) => {
    const moved = [...navigation];
    const [first, second] = [moved[one], moved[other]];
    if (!first || !second) return;
    moved[one] = second;
    moved[other] = first;
    set(moved);
  };
  return (
    <fieldset class="card">
      <legend>Navigation</legend>
      <p class="hint">
        At the top of each page: to a page (/about), a tag (/tag/tea) or another site (https://…).
      </p>
      <ol class="stack">
        {navigation.map((item, index) => (
          <li key={index} class="way">
            <TextField
              label={`Label ${index + 1}`}
              required
              maxlength={40}
              value={item.label}
              onValue={(label) => set(navigation.with(index, { ...item, label }))}
            />
            <TextField
              label={`Leads to ${index + 1}`}
              required
              pattern={TO}
              value={item.to}
              onValue={(to) => set(navigation.with(index, { ...item, to: to.trim() }))}
            />
            <span class="row">
              <IconButton
                label={`Move ${item.label} up`}
                icon={ArrowUp}
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              />
              <IconButton
                label={`Move ${item.label} down`}
                icon={ArrowDown}
                disabled={index === navigation.length - 1}
                onClick={() => swap(index, index + 1)}
              />
              <IconButton
                label={`Remove ${item.label}`}
                icon={X}
                onClick={() => set(navigation.filter((_, other) => other !== index))}
              />
            </span>
          </li>
        ))}
      </ol>
      {navigation.length < MOST && (
        <div class="row">
          <Button icon={Plus} onClick={() => set([...navigation, { label: "", to: "/" }])}>
            Add an entry
          </Button>
        </div>
      )}
    </fieldset>
  );
}
