import type { MarkdownIt } from "markdown-it";

/** Those that a body has. */
export const headings = ["h2", "h3", "h4", "h5", "h6"];

/** Before each id in a body, so that none is that of the page's own parts. */
export const PREFIX = "section-";

/**
 * Headings below the page's own: one lower each where there is one of the first level. Each has an id by
 * its words: "section-what-you-need", then "section-what-you-need_2".
 */
export function withHeadings({ core }: MarkdownIt): void {
  core.ruler.push("headings", ({ tokens }) => {
    const lower = tokens.some(({ type, tag }) => type === "heading_open" && tag === "h1") ? 1 : 2;
    const times = new Map<string, number>();
    for (const [index, token] of tokens.entries()) {
      if (!token.type.startsWith("heading_")) continue;
      token.tag = headings[Number(token.tag.slice(1)) - lower] ?? "h6";
      if (token.type === "heading_close") continue;
      const text = (tokens[index + 1]?.children ?? []).map(({ content }) => content).join("");
      const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
      const id = `${PREFIX}${words.join("-").slice(0, 60).toWellFormed()}`;
      const time = (times.get(id) ?? 0) + 1;
      times.set(id, time);
      token.attrSet("id", time === 1 ? id : `${id}_${time}`);
    }
  });
}
