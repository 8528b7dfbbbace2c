import { X } from "lucide";
import { useState } from "preact/hooks";
import { Icon, TextField } from "../../core/ui/index.ts";
import { slugOf } from "../addresses.ts";

const MOST = 10;

/** What an article is about, in words; Enter or a comma adds one. */
export function Tags({
  tags,
  onTags,
  disabled,
}: {
  tags: readonly string[];
  onTags: (tags: string[]) => void;
  disabled: boolean;
}) {
  const [typed, setTyped] = useState("");
  const add = (text: string) => {
    const tag = slugOf(text);
    setTyped("");
    if (tag !== "" && !tags.includes(tag) && tags.length < MOST) onTags([...tags, tag]);
  };
  return (
    <form
      class="stack close"
      onSubmit={(event) => {
        event.preventDefault();
        add(typed);
      }}
    >
      <TextField
        label="Tags"
        disabled={disabled || tags.length >= MOST}
        hint={tags.length >= MOST ? `There is room for ${MOST}.` : "Enter adds one."}
        value={typed}
        onValue={(text) => (text.endsWith(",") ? add(text) : setTyped(text))}
        onBlur={() => add(typed)}
      />
      {tags.length > 0 && (
        <ul class="row">
          {tags.map((tag) => (
            <li key={tag} class="badge">
              {tag}
              {!disabled && (
                <button
                  type="button"
                  class="drop"
                  aria-label={`Take off ${tag}`}
                  onClick={() => onTags(tags.filter((other) => other !== tag))}
                >
                  <Icon of={X} size={14} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
