import { Field } from "../../../core/ui/Field.tsx";
import { Select, TextField } from "../../../core/ui/index.ts";
import type { SettingsPart } from "../Settings.tsx";

const fonts = [
  ["sans", "Plain"],
  ["serif", "With serifs"],
  ["mono", "As on a typewriter"],
] as const;

const schemes = [
  ["auto", "As the reader's device has it"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;

/** What a site looks like to its readers. */
export function Looks({ settings, change }: SettingsPart) {
  const { theme } = settings;
  const set = (next: Partial<typeof theme>) => change({ theme: { ...theme, ...next } });
  return (
    <fieldset class="card">
      <legend>Looks</legend>
      <Field label="Colour" hint="Of links and headings.">
        {(wired) => (
          <input
            {...wired}
            type="color"
            value={theme.accent}
            onInput={(event) => set({ accent: event.currentTarget.value })}
          />
        )}
      </Field>
      <Select
        label="Type"
        options={fonts}
        value={theme.font}
        onValue={(name) => {
          const font = fonts.find(([one]) => one === name)?.[0];
          if (font) set({ font });
        }}
      />
      <Select
        label="Light or dark"
        options={schemes}
        value={theme.scheme}
        onValue={(name) => {
          const scheme = schemes.find(([one]) => one === name)?.[0];
          if (scheme) set({ scheme });
        }}
      />
      <TextField
        label="Logo"
        type="url"
        pattern="https://.*"
        hint="The address of a picture on the web; empty for none."
        value={theme.logo ?? ""}
        onValue={(url) => set({ logo: url.trim() === "" ? null : url.trim() })}
      />
    </fieldset>
  );
}
