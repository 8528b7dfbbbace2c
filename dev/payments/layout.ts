import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { escapeHtml } from "../../functions/src/core/mail/template.ts";

/** The address, if a link may lead there: `http:` or `https:`. */
export function webAddress(address: string | null): URL | undefined {
  const url = URL.canParse(address ?? "") ? new URL(address ?? "") : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

const STYLE = `
:root { color-scheme: light dark; font: 17px/1.6 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#f6f4f0, #1d1c1a); color: light-dark(#26231f, #ece8e1); }
main { max-width: 26rem; margin: 8vh auto; padding: 2rem; border-radius: 0.8rem;
  background: light-dark(#fff, #292724); box-shadow: 0 1px 3px #0003; }
main.wide { max-width: 46rem; }
h1 { margin: 0; font-size: 2.2rem; font-weight: 600; line-height: 1.2; }
p { margin: 0.5rem 0 1.2rem; }
.note { margin: 0 0 1.6rem; color: light-dark(#6b645a, #a8a196); font-size: 0.85rem; }
button, a.button { display: block; box-sizing: border-box; width: 100%; margin-top: 0.6rem;
  padding: 0.6rem 1rem; border: 1px solid light-dark(#d5cfc4, #4a4640); border-radius: 0.5rem;
  background: none; color: inherit; font: inherit; text-align: center; text-decoration: none;
  cursor: pointer; }
button:hover, a.button:hover { background: light-dark(#f4f1eb, #35322e); }
button.first, a.first { border-color: #8a4b12; background: #8a4b12; color: #fff; }
button.first:hover, a.first:hover { background: #74400f; }
button:disabled { opacity: 0.5; cursor: default; }
:focus-visible { outline: 3px solid #c8823c; outline-offset: 2px; }
[role="status"] { min-height: 1.6rem; margin: 1.2rem 0 0; font-weight: 600; }
.good { color: light-dark(#1f6b3a, #7fd19b); }
.bad { color: light-dark(#9d2a1c, #f2998d); }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.4rem 0.6rem 0.4rem 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid light-dark(#e7e2d9, #3b3833); }
td:nth-child(1), th:nth-child(1) { text-align: right; white-space: nowrap; }
`;

export interface Page {
  title: string;
  /** HTML. */
  body: string;
  script?: string;
  wide?: boolean;
}

/** Answers a page that runs no script but its own and can't be framed. */
export function answerPage(response: ServerResponse, status: number, page: Page): void {
  const nonce = randomBytes(16).toString("base64");
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'`,
  });
  response.end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(page.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main${page.wide ? ' class="wide"' : ""}>
${page.body}
</main>
${page.script === undefined ? "" : `<script nonce="${nonce}">${page.script}</script>`}
</body>
</html>
`);
}
