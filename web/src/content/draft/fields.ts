import type { DraftChanges } from "kindling-client";

/** What the parts of a draft are called. */
export const FIELD_NAMES: Record<keyof DraftChanges, string> = {
  title: "Title",
  slug: "Address",
  summary: "Summary",
  body: "Text",
  tags: "Tags",
  cover: "Cover",
  byline: "Written by",
};

/** A part of a draft as it can be read. */
export function textOf({ tags, cover, ...texts }: DraftChanges, field: keyof DraftChanges): string {
  if (field === "tags") return (tags ?? []).join(", ");
  if (field === "cover") return cover ? `${cover.url} ${cover.alt}` : "";
  return texts[field] ?? "";
}
