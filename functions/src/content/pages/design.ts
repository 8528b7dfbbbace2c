// The design of sites, in variables that styles.ts fills in by the theme.

/** What is the same everywhere. */
export const BASE = `*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.65 var(--font);overflow-wrap:anywhere;-webkit-font-smoothing:antialiased}
a{color:var(--accent);text-decoration-thickness:.06em;text-underline-offset:.18em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:.17rem solid var(--accent);outline-offset:.2rem;border-radius:.15rem}
main:focus{outline:none}
::selection{background:color-mix(in oklab,var(--accent) 28%,transparent)}
h1,h2,h3,h4,h5,h6{line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(2rem,1.35rem + 3vw,3.1rem);line-height:1.1;letter-spacing:-.022em}
p{margin:0;text-wrap:pretty}
img{display:block;max-width:100%;height:auto;border-radius:.4rem}
.skip{position:absolute;inset-inline-start:1rem;top:-6rem;padding:.5rem 1rem;background:var(--accent);color:var(--paper);border-radius:0 0 .4rem .4rem;z-index:1}
.skip:focus{top:0}
.plain{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}`;

/** Where things stand: the head and foot of a site, its lists, and the way through them. */
export const LAYOUT = `.masthead,.colophon,main{width:100%;max-width:45rem;margin-inline:auto;padding-inline:1.25rem}
.masthead{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.6rem 2rem;padding-block:1.6rem 1.4rem}
.brand{display:flex;align-items:center;gap:.7rem;margin:0;font-size:1.15rem;font-weight:700;line-height:1.25;letter-spacing:-.01em}
h1.brand{font-size:1.35rem}
.brand a{display:inline-flex;align-items:center;gap:.7rem;color:inherit;text-decoration:none}
.brand a:hover{color:var(--accent)}
.brand img{width:2.2rem;height:2.2rem;object-fit:cover}
.ways{font-size:.97rem}
.ways a{display:inline-block;padding-block:.3rem;color:var(--soft);text-decoration:none}
.ways a:hover{color:var(--accent)}
.ways [aria-current]{color:var(--ink);box-shadow:inset 0 -.12rem var(--accent)}
main{padding-block:clamp(1.5rem,5vw,3.5rem) 4rem}
.intro{padding-block-end:clamp(1.75rem,5vw,3rem)}
.intro p{font-size:clamp(1.4rem,1.1rem + 1.5vw,2.05rem);line-height:1.3;letter-spacing:-.012em;text-wrap:balance}
.intro h1+p{margin-block-start:1rem;color:var(--soft);font-size:1.15rem;line-height:1.5;letter-spacing:0}
.entry{display:grid;grid-template-columns:minmax(0,1fr);gap:.55rem 2rem;padding-block:clamp(1.75rem,4vw,2.4rem);border-block-start:1px solid var(--line)}
.entry h2{font-size:clamp(1.35rem,1.2rem + .8vw,1.7rem);letter-spacing:-.014em}
.entry h2 a{color:inherit;text-decoration:none}
.entry h2 a:hover{color:var(--accent);text-decoration:underline}
.entry img{aspect-ratio:16/9;width:100%;object-fit:cover;background:var(--tint)}
.entry-text{display:grid;gap:.55rem;align-content:start;min-width:0}
.meta,.tags,.counts{color:var(--soft);font-size:.9rem;line-height:1.5}
.meta a,.colophon a{color:inherit}
.tags a{display:inline-block;padding-block:.15rem;text-decoration:none}
.tags a:hover{text-decoration:underline}
.tags a::before{content:"#";opacity:.6}
.pages{display:flex;justify-content:space-between;gap:1rem;padding-block-start:1.75rem;border-block-start:1px solid var(--line)}
.pages a{padding-block:.4rem}
.pages [rel=next]{margin-inline-start:auto}
.colophon{padding-block:0 3rem;color:var(--soft);font-size:.9rem;display:grid;gap:.8rem}
.colophon::before{content:"";border-block-start:1px solid var(--line);margin-block-end:1.2rem}
@media (min-width:38rem){.entry.with-cover{grid-template-columns:minmax(0,1fr) 12rem}.entry.with-cover img{order:1;aspect-ratio:4/3}}`;

/** An article, from its title to its tags. */
export const PROSE = `.opening{display:grid;gap:.9rem;padding-block-end:clamp(1.4rem,4vw,2.2rem)}
.cover{width:100%;max-height:30rem;object-fit:cover;background:var(--tint);margin-block-end:clamp(1.4rem,4vw,2.2rem)}
.prose{font-size:clamp(1.0625rem,1rem + .3vw,1.15rem);line-height:1.7}
.prose>*+*{margin-block-start:1.25em}
.prose :is(h2,h3,h4,h5,h6){margin-block-start:2em;letter-spacing:-.012em;scroll-margin-top:1rem}
.prose>:first-child{margin-block-start:0}
.prose h2{font-size:1.5em}.prose h3{font-size:1.25em}.prose :is(h4,h5,h6){font-size:1.05em}
.prose :is(h2,h3,h4,h5,h6)+*{margin-block-start:.7em}
.prose :is(ul,ol){padding-inline-start:1.5em}
.prose li+li,.prose li>:is(ul,ol,p+p){margin-block-start:.4em}
.prose li::marker{color:var(--soft)}
.prose p>img{margin-block:.5em}
.prose blockquote{margin-inline:0;padding-inline-start:1.25em;border-inline-start:.2em solid var(--accent);color:var(--soft);font-style:italic}
.prose blockquote>*+*{margin-block-start:.8em}
.prose code{font-family:var(--code);font-size:.87em;background:var(--tint);padding:.12em .35em;border-radius:.25em}
.prose pre{overflow-x:auto;padding:1.1em 1.25em;background:var(--tint);border:1px solid var(--line);border-radius:.4rem;line-height:1.5}
.prose pre code{padding:0;background:none}
.prose table{display:block;overflow-wrap:break-word;width:max-content;max-width:100%;overflow-x:auto;border-collapse:collapse;font-size:.94em;font-variant-numeric:tabular-nums}
.prose :is(th,td){padding:.5em 1.25em;border-block-end:1px solid var(--line);text-align:start;vertical-align:top}
.prose :is(th,td):first-child{padding-inline-start:0}.prose :is(th,td):last-child{padding-inline-end:0}
.prose [align=right]{text-align:right}.prose [align=center]{text-align:center}
.prose hr{width:4rem;margin:2.5em auto;border:0;border-block-start:1px solid var(--soft)}
.closing{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.4rem 2rem;margin-block-start:2.8rem;padding-block-start:1.1rem;border-block-start:1px solid var(--line)}`;

/** Comments, and answers to them. */
export const COMMENTS = `.comments{margin-block-start:3.2rem}
.comments h2{font-size:1.3rem;margin-block-end:1.3rem}
.comments ol{list-style:none;margin:0;padding:0}
.comments>ol>li{padding-block:1.2rem;border-block-start:1px solid var(--line)}
.comments ol ol{margin-block-start:1.1rem;padding-inline-start:1.2rem;border-inline-start:.15rem solid var(--line);display:grid;gap:1.1rem}
.comments .meta{margin-block-end:.2rem}
.comments .meta b{color:var(--ink)}
.comments .gone{color:var(--soft);font-style:italic}`;

/** On paper: what is read, and no ways elsewhere. */
export const PRINT = `@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#ccc;--tint:#f5f5f5}body{font-size:11pt}main,.masthead{max-width:none;padding-inline:0}.ways,.skip,.colophon,.pages{display:none}.prose pre{white-space:pre-wrap}.entry,img,pre,blockquote{break-inside:avoid}}`;
