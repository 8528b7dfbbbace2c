import { TextArea, TextField } from "../../../core/ui/index.ts";
import { oneLine } from "../../text.ts";
import type { SettingsPart } from "../Settings.tsx";

/** What a site is called, and what it is about. */
export function About({ settings, change }: SettingsPart) {
  const { title, description, language } = settings;
  return (
    <fieldset class="card">
      <legend>About</legend>
      <TextField
        label="Title"
        required
        maxlength={120}
        value={title}
        onValue={(text) => change({ title: text })}
      />
      <TextArea
        label="What it is about"
        rows={2}
        maxlength={300}
        value={description}
        onValue={(text) => change({ description: oneLine(text) })}
      />
      <TextField
        label="Language"
        required
        pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}"
        hint="In which it is written: en, de-AT."
        value={language}
        onValue={(text) => change({ language: text.trim() })}
      />
    </fieldset>
  );
}
