import MarkdownIt, { type MarkdownIt as Parser } from "markdown-it";
import sanitizeHtml from "sanitize-html";
import { withoutControls } from "./controls.ts";
import { headings, PREFIX, withHeadings } from "./headings.ts";

/**
 * A reference is written once and may be used ten thousand times; its address is repeated with each.
 */
const MAX_LINK = 1_000;
const MAX_SUMMARY = 300;

/**
 * Within the site, as in its navigation; pages and feeds make whole addresses of them:
 * pages/links.ts.
 */
const INSIDE = /^\/([a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)?)?$/;
const LINK = /^(https?:\/\/|mailto:|#)/i;

const parser = new MarkdownIt({ html: false, linkify: true })
  // "README.md" is a file, and no address in Moldova.
  .use(({ linkify }) => linkify.set({ fuzzyLink: false, fuzzyEmail: false }))
  .use(withoutTitles)
  .use(withHeadings);
parser.validateLink = (url) => url.length <= MAX_LINK && (LINK.test(url) || INSIDE.test(url));

const sanitised: sanitizeHtml.IOptions = {
  allowedTags: [
    ...headings,
    ...["p", "br", "hr", "blockquote", "pre", "code", "em", "strong", "s", "ul", "ol", "li"],
    ...["a", "img", "table", "thead", "tbody", "tr", "th", "td"],
  ],
  allowedAttributes: {
    ...Object.fromEntries(headings.map((heading) => [heading, ["id"]])),
    a: ["href", "rel"],
    img: ["src", "alt", "loading"],
    ol: ["start"],
    th: [{ name: "align", values: ["left", "center", "right"] }],
    td: [{ name: "align", values: ["left", "center", "right"] }],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesByTag: { img: ["https"] },
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, { href = "" }) => ({ tagName, attribs: linkTo(href) }),
    img: (tagName, { src = "", alt = "" }) => ({ tagName, attribs: { src, alt, loading: "lazy" } }),
    th: aligned,
    td: aligned,
  },
  exclusiveFilter: ({ tag, attribs }) => tag === "img" && !/^https:\/\//i.test(attribs.src ?? ""),
};

/**
 * The HTML of an article's Markdown (CommonMark, tables, strikethrough), safe to show as it is: without
 * HTML of the writer's own, scripts, styles and frames, with images by https alone. No heading is
 * an h1, which is the page's title. It may be many times as long as the Markdown: who stores it looks.
 */
export const htmlOf = (markdown: string): string =>
  sanitizeHtml(parser.render(withoutControls(markdown)), sanitised);

/**
 * How an article begins, as plain text of one line: at most 300 characters, cut after a word where there
 * is one, and then with an ellipsis. Takes what `htmlOf` has made.
 */
export function summaryOf(html: string): string {
  const text = decoded(sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} }))
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  if (text.length <= MAX_SUMMARY) return text;
  const cut = text.slice(0, MAX_SUMMARY);
  const end = cut.lastIndexOf(" ");
  // Not every script has blanks between words.
  const kept = end > MAX_SUMMARY / 2 ? cut.slice(0, end) : cut.slice(0, -1);
  return `${kept.replace(/[\uD800-\uDBFF]$|[\s.,:;–—-]+$/, "")}…`;
}

/** The sanitiser writes no other. */
const decoded = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/**
 * Who wrote it may have signed up a minute ago: search engines are told that nobody vouches for it.
 */
function linkTo(href: string): sanitizeHtml.Attributes {
  if (INSIDE.test(href)) return { href };
  if (href.startsWith("#")) return { href: `#${PREFIX}${href.slice(1)}` };
  return LINK.test(href) && URL.canParse(href) ? { href, rel: "nofollow noopener ugc" } : {};
}

/** The columns of a table are aligned by a style, which the page's policy would refuse. */
function aligned(tagName: string, { style = "" }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const [, align] = /^text-align:(left|center|right)$/.exec(style) ?? [];
  return { tagName, attribs: align ? { align } : {} };
}

/** Titles of references are not shown, and would be repeated as their addresses are. */
function withoutTitles({ core }: Parser): void {
  core.ruler.after("block", "without_titles", ({ env }) => {
    for (const reference of Object.values(env.references ?? {})) reference.title = "";
  });
}
