import type { DemoArticle } from "../demoSite.ts";

/** Begun, and not ready for anybody. */
export const gingerOnTheWindowSill: DemoArticle = {
  slug: "ginger-on-the-window-sill",
  title: "Ginger on the window sill",
  summary: "From a piece out of the kitchen to a plant of a metre, and back.",
  tags: ["garden", "kitchen"],
  by: "demo-customer",
  daysAgo: 0.15,
  state: "draft",
  body: `A piece of ginger that has been forgotten in the vegetable drawer wants to be a plant. Let it. It needs a wide pot, warmth
and eight to ten months, and in autumn there is more of it than there was.

## Begin in early spring

1. Choose a firm piece, as long as a thumb, with plump yellowish **eyes**.
2. Lay it in lukewarm water overnight. What is sold for eating has often been treated so that it won't sprout.
3. Put it flat into a wide pot of loose soil, eyes up, and cover it with 2 to 3 cm.
4. Keep it at 22 to 25 °C, and barely damp, until something green shows. That takes three to six weeks, and looks like
   nothing at all until then.

## Summer

Bright, without sun at noon. Much water once there are leaves, by [the finger](/how-much-water-a-pot-wants).

*(Go on from here when mine has come up. If it comes up.)*
`,
};
