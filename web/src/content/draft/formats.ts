import { Bold, Code, Heading2, Image, Italic, Link, List, ListOrdered, Quote } from "lucide";
import type { IconNode } from "../../core/ui/index.ts";
import { around, before, type Format, linked } from "./markdown.ts";

/** A button over the text, and the key that does the same with Ctrl or ⌘. */
export interface FormatButton {
  label: string;
  icon: IconNode;
  format: Format;
  key?: string;
}

export const formats: readonly FormatButton[] = [
  { label: "Strong", icon: Bold, format: around("**", "strong"), key: "b" },
  { label: "Emphasis", icon: Italic, format: around("*", "emphasis"), key: "i" },
  { label: "Link", icon: Link, format: linked("[", "link"), key: "k" },
  { label: "Heading", icon: Heading2, format: before(() => "## ") },
  { label: "List", icon: List, format: before(() => "- ") },
  { label: "Numbered list", icon: ListOrdered, format: before((line) => `${line + 1}. `) },
  { label: "Quotation", icon: Quote, format: before(() => "> ") },
  { label: "Code", icon: Code, format: around("`", "code") },
  { label: "Picture", icon: Image, format: linked("![", "what is to be seen") },
];
