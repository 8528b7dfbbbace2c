import type { DemoArticle } from "../demoSite.ts";

export const about: DemoArticle = {
  slug: "about",
  kind: "page",
  title: "About Well Kept",
  summary: "Who writes this, for whom, and what we hold to.",
  tags: [],
  by: "demo-admin",
  daysAgo: 299.5,
  body: `*Well Kept* is a small magazine about the things of a house: how to choose them, how to use them, how to look after
them, and how to mend them when that has not been enough. It is written beside the shop, by the same people, between
the parcels.

## Who writes

There are four of us, and we go by what we do.

- **Admin** asks why, and likes numbers. Light, tables and the history of pencils.
- **Order manager** packs, and edits what the others write. Paper, cloth, and whatever has to survive a journey.
- **Inventory manager** knows how long everything keeps. Tea, knives, kettles, birds.
- **Customer** bought so much that we asked for a column. Pots, herbs, and second thoughts.

## What we hold to

1. **Tried first.** Whoever gives a measure has measured it.
2. **What you have will do.** If a soup bowl does for a matcha bowl, we say so, though we sell both.
3. **Numbers in a table, opinions in a sentence.** They should not be mistaken for each other.
4. **What is dangerous stands in bold.** [Oily rags](/checklist-for-a-wooden-board), for one.
5. **We correct ourselves**, in the article, where the mistake was.

## Where to begin

With [a kettle](/how-to-descale-a-kettle), if you have half an hour. With [a knife](/how-to-sharpen-a-knife), if you
cook. With [an empty drawer](/the-drawer-test), if it is Sunday. All that is about looking after things is under
[care](/tag/care), and all that can be looked up under [numbers](/tag/numbers).

## Write to us

Below the article: that is where we read it, and where others find the answer. We don't mind being told that your
grandmother did it otherwise. Often she was right. How a piece comes about is told in the [colophon](/colophon).
`,
};
