import type { DemoArticle } from "../demoSite.ts";

export const colophon: DemoArticle = {
  slug: "colophon",
  kind: "page",
  title: "Colophon",
  summary: "How this magazine is made: from a pencil draft to a page that weighs next to nothing.",
  tags: [],
  by: "demo-orders",
  daysAgo: 298.9,
  body: `A colophon used to stand on the last page of a book. It said who had printed it, on what, and when the work was
done. This is ours.

## How a piece comes about

1. Somebody breaks something, or is asked the same question three times in a week.
2. They try it out, with a scale, a clock and a notebook.
3. The draft is written in plain text, with the few marks that Markdown has: two number signs for a heading, a star
   for what is said with weight, a bar between the columns of a table.
4. Another of us reads it. What they don't understand is changed, and they need not say why.
5. It comes out when it is good, or on a date that we have set; then it comes out by itself.
6. If we change it later, you go on reading the old version until the new one is good, too.

## What the pages are made of

They come as finished pages, with no script needed to read them. The type is your device's own serif, as nothing can
be loaded faster than what is there already. Whether they are light or dark is as you have it set. There are no
pictures so far. We thought that we would miss them.

There is a feed (RSS, with whole articles and not their beginnings), for those who would rather be told than have to
look.

## The colour

Links are in rust, the same as our mugs, napkins and dinner candles:

~~~css
color: #8f3d1f;
~~~

It has enough contrast on white for small type, and it is the colour of whatever has been left outside and come to
terms with it.

## Corrections

If something is wrong here, say so below the article. Who it was who noticed is mentioned, unless they would rather
not be. What we are and what we hold to is told in [About](/about).
`,
};
