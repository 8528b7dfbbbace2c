import type { DemoArticle } from "../demoSite.ts";

/** Begun, and not ready for anybody. */
export const aTeapotThatDoesNotDrip: DemoArticle = {
  slug: "a-teapot-that-does-not-drip",
  title: "A teapot that does not drip",
  summary: "",
  tags: ["tea", "table"],
  by: "demo-stock",
  daysAgo: 5.7,
  state: "draft",
  body: `When tea is poured slowly it clings to the underside of the spout and runs down the pot. Physicists call this the
teapot effect, and have written more about it than one would think.

## What helps

- A spout that ends in a **sharp edge**. A thick, round lip invites the tea to follow it.
- A spout that points down at the end, so that the tea would have to run uphill.
- To pour fast and to stop at once. It is the slow ends that drip.
- A trace of butter under the lip. It works, since water clings to glaze and not to fat. Whether one wants it is another
  question.

## To do

- Try all five pots from the shelf: 200 ml, slowly, and weigh the cloth before and after.
- Make a table of it.
- Ask for the old one with the chipped spout, which is said to be the best.
- Summary.
`,
};
