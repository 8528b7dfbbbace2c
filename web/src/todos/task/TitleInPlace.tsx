import type { Task } from "kindling-client";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Found } from "../../core/live.ts";
import { useOpenList } from "../list/openList.ts";
import { changeTask } from "./changes.ts";

/** A title that becomes a field where it stands: Enter keeps what was written, Escape what was there. */
export function TitleInPlace({ task }: { task: Found<Task> }) {
  const { mayWrite, write } = useOpenList();
  const { title } = task.data();
  const [draft, setDraft] = useState<string>();
  const isOpen = draft !== undefined;
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const byKey = useRef(false);
  useLayoutEffect(() => {
    if (isOpen) field.current?.focus();
    else if (byKey.current) button.current?.focus();
    byKey.current = false;
  }, [isOpen]);

  if (!mayWrite) return <span class="task-title">{title}</span>;
  if (!isOpen) {
    return (
      <button type="button" ref={button} class="task-title" onClick={() => setDraft(title)}>
        {title}
        <span class="hidden-label">(change the title)</span>
      </button>
    );
  }
  return (
    <input
      class="task-title"
      aria-label="Title"
      maxLength={200}
      value={draft}
      ref={field}
      onInput={({ currentTarget }) => setDraft(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        // Or Enter would press the button that comes in its place.
        event.preventDefault();
        byKey.current = true;
        if (event.key === "Escape") event.currentTarget.value = title;
        event.currentTarget.blur();
      }}
      onBlur={({ currentTarget }) => {
        const wanted = currentTarget.value.trim();
        if (wanted !== "" && wanted !== title) write(changeTask(task, { title: wanted }));
        setDraft(undefined);
      }}
    />
  );
}
