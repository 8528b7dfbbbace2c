import { TextArea, TextField } from "../../core/ui/index.ts";
import { slugOf } from "../addresses.ts";
import { BYLINE } from "../byline.ts";
import { addressTyped, oneLine } from "../text.ts";
import { CheckedField } from "./CheckedField.tsx";
import { Tags } from "./Tags.tsx";
import type { Writing } from "./useWriting.ts";

const WEB_ADDRESS = /^https:\/\/[\w.-]{1,200}(:\d{1,5})?(\/[\w/.~?&=%:+@,;!$()*#-]{0,400})?$/;

/** What lists, feeds and search engines show of an article, and where it is found. */
export function Details({ writing, disabled }: { writing: Writing; disabled: boolean }) {
  const { draft, change } = writing;
  const { title, slug, summary, tags, cover, byline, kind, live } = draft;
  return (
    <section class="card" aria-labelledby="details">
      <h2 id="details">Details</h2>
      <TextField
        label="Address"
        maxlength={80}
        disabled={disabled}
        placeholder={live?.slug ?? (slugOf(title, 80) || undefined) ?? ""}
        hint={
          live ? "The old address leads to a new one." : "Without one it is found by its title."
        }
        value={slug}
        onValue={(text) => change({ slug: addressTyped(text) })}
      />
      <TextArea
        label="Summary"
        rows={3}
        maxlength={500}
        disabled={disabled}
        hint="For lists and search engines. Without one, how it begins."
        value={summary}
        onValue={(text) => change({ summary: oneLine(text) })}
      />
      {kind === "article" && (
        <Tags tags={tags} disabled={disabled} onTags={(next) => change({ tags: next })} />
      )}
      <CheckedField
        label="Written by"
        maxlength={BYLINE.maxlength}
        disabled={disabled}
        value={byline}
        isRight={(name) => name.trim() !== "" && !name.includes("@")}
        wrong="A name, and no e-mail address."
        onValue={(name) => change({ byline: oneLine(name) })}
      />
      <CheckedField
        label="Cover picture"
        type="url"
        disabled={disabled}
        hint="The address of a picture on the web."
        value={cover?.url ?? ""}
        isRight={(url) => url === "" || WEB_ADDRESS.test(url)}
        wrong="It must begin with https:// and have no blanks."
        onValue={(url) => change({ cover: url === "" ? null : { url, alt: cover?.alt ?? "" } })}
      />
      {cover && (
        <TextField
          label="What the cover shows"
          maxlength={200}
          disabled={disabled}
          hint="For whoever does not see it."
          value={cover.alt}
          onValue={(alt) => change({ cover: { ...cover, alt: oneLine(alt) } })}
        />
      )}
    </section>
  );
}
