import type { Attachment } from "./schema.ts";

/** A mail in parts, from which both its text and its HTML are made. */
export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "rows"; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: "link"; label: string; url: string };

/** The schema takes no longer one. */
const MAX_SUBJECT = 200;

export interface Template {
  subject: string;
  blocks: readonly Block[];
  attachments?: readonly Attachment[];
  /** Holds a link that lets its reader in. */
  confidential?: true;
}

export interface Message {
  subject: string;
  text: string;
  html: string;
  attachments?: Attachment[];
}

export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const rows = (...entries: (readonly [string, string])[]): Block => ({
  kind: "rows",
  rows: entries,
});
export const link = (label: string, url: string): Block => ({ kind: "link", label, url });

/**
 * Renders both parts from the one template. Every string is escaped in HTML and kept to
 * one line in the subject; links lead to http(s) addresses or are shown as text.
 */
export function render({ subject, blocks, attachments = [] }: Template): Message {
  const title = oneLine(subject);
  return {
    subject: title,
    text: `${blocks.map(asText).join("\n\n")}\n`,
    html: page(title, blocks.map(asHtml).join("\n")),
    ...(attachments.length > 0 ? { attachments: [...attachments] } : {}),
  };
}

export const escapeHtml = (value: string): string =>
  value.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A subject must not carry a header of its own. */
const oneLine = (value: string): string =>
  value
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, MAX_SUBJECT)
    // Half of what took two.
    .replace(/[\uD800-\uDBFF]$/, "");

const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s]+$/.test(url);

function asText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return block.text;
    case "rows":
      return block.rows.map(([label, value]) => `${label}: ${value}`).join("\n");
    case "link":
      return `${block.label}:\n${block.url}`;
  }
}

function asHtml(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${escapeHtml(block.text)}</p>`;
    case "rows":
      return `<table role="presentation" width="100%" cellpadding="6">${block.rows
        .map(
          ([label, value]) =>
            `<tr><td>${escapeHtml(label)}</td><td align="right">${escapeHtml(value)}</td></tr>`,
        )
        .join("")}</table>`;
    case "link":
      return isWebAddress(block.url)
        ? `<p><a href="${escapeHtml(block.url)}">${escapeHtml(block.label)}</a></p>`
        : `<p>${escapeHtml(block.label)}: ${escapeHtml(block.url)}</p>`;
  }
}

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title></head>
<body style="margin:0 auto;max-width:36rem;padding:1.5rem;font:16px/1.5 system-ui,sans-serif">
${body}
</body></html>`;
