import type { DemoArticle } from "../demoSite.ts";

export const howToDescaleAKettle: DemoArticle = {
  slug: "how-to-descale-a-kettle",
  title: "How to descale a kettle",
  summary: "Citric acid, lukewarm water and half an hour. And why you should not boil it.",
  tags: ["kitchen", "tea", "care", "how-to"],
  by: "demo-stock",
  daysAgo: 4.3,
  likedBy: ["demo-customer", "demo-orders", "demo-admin"],
  comments: [
    {
      by: "demo-customer",
      text: "I have boiled mine with citric acid for years and wondered where the grey film came from. Now I know.",
      answers: [
        {
          by: "demo-stock",
          text: "A fresh, cold bath of the same acid takes most of the film off again. It wants several hours.",
        },
        { by: "demo-customer", text: "It did. Overnight, and it shines." },
      ],
    },
    {
      by: "demo-orders",
      text: "Works for the shower head, too: unscrew it and lay it in the bowl.",
    },
  ],
  body: `The white crust in a kettle is calcium carbonate: it was dissolved in the water and stayed
behind when the water was heated. It does nobody any harm, but it slows the boiling, comes off in
flakes, and lies on the tea as a dull skin. Acid dissolves it. Which acid, and how hot, makes the
difference.

## What you need

- 20 g of citric acid, about four level teaspoons, for each litre of water
- or household vinegar of 5 %, mixed half and half with water
- half an hour

Citric acid is the better of the two. It does not smell, it is cheap by the half kilo, and what is
left over keeps for years in [a jar](/what-fits-into-a-jar).

## Step by step

1. Unplug the kettle, or take it off the hob, and fill it with lukewarm water until the crust is
   covered.
2. Stir in the acid until you see no more grains.
3. Wait thirty minutes. The small bubbles are carbon dioxide: it is working.
4. When no more bubbles rise, pour it away and wipe the inside with a soft brush.
5. If there is still some crust, begin again with fresh acid. What is in there is spent.
6. Fill it with clear water, boil that, pour it away. Do so twice before you make tea.

## Don't boil the acid

Many recipes tell you to bring the kettle to the boil with the citric acid in it. That is a mistake.
In hot water calcium and citric acid make calcium citrate, which hardly dissolves and which sits on
the metal more firmly than the lime did. Lukewarm takes a little longer and leaves nothing behind.
Vinegar forgives heat, but the kitchen won't forgive you the smell.

## What it must not touch

Acid eats aluminium and dulls marble. Keep it off wooden handles. And never put anything with
chlorine to it: the gas that comes of that is poisonous.

## How often

| hardness of your water | in mmol/l | descale |
|---|---|---|
| soft | below 1.5 | twice a year |
| medium | 1.5 to 2.5 | every two months |
| hard | above 2.5 | every three or four weeks |

The waterworks publish the number for your street. Whoever pours out what is left after the last cup,
and leaves the lid open, can halve all of these. How hot the water should be once the kettle is clean
is [another question](/the-right-heat-for-tea).
`,
};
