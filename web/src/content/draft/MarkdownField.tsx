import { useRef } from "preact/hooks";
import { Field } from "../../core/ui/Field.tsx";
import { IconButton } from "../../core/ui/index.ts";
import { formats } from "./formats.ts";
import type { Format } from "./markdown.ts";

/** A text in Markdown, with buttons and keys that write it. */
export function MarkdownField({
  value,
  onValue,
  disabled,
}: {
  value: string;
  onValue: (value: string) => void;
  disabled: boolean;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const apply = (format: Format) => {
    const text = area.current;
    if (!text || disabled) return;
    const { selectionStart, selectionEnd } = text;
    const selected = { text: text.value, start: selectionStart, end: selectionEnd };
    const { start, end, insert, select } = format(selected);
    text.focus();
    text.setSelectionRange(start, end);
    // As if it were typed: the browser's own undo takes it back.
    document.execCommand("insertText", false, insert);
    text.setSelectionRange(...select);
  };
  return (
    <div class="markdown">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a box of its own. */}
      <div class="formats" role="group" aria-label="Format the text">
        {formats.map(({ label, icon, format, key }) => (
          <IconButton
            key={label}
            label={key ? `${label} (Ctrl+${key.toUpperCase()})` : label}
            icon={icon}
            isSmall
            disabled={disabled}
            onClick={() => apply(format)}
          />
        ))}
      </div>
      <Field label="Text" hint="In Markdown: an empty line begins a paragraph.">
        {(wired) => (
          <textarea
            {...wired}
            ref={area}
            rows={18}
            maxlength={50_000}
            disabled={disabled}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
              const pressed = formats.find(({ key }) => key === event.key.toLowerCase());
              if (!pressed) return;
              event.preventDefault();
              apply(pressed.format);
            }}
          />
        )}
      </Field>
    </div>
  );
}
