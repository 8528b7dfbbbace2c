import type { DemoArticle } from "../demoSite.ts";

export const whatTakesOutWhichStain: DemoArticle = {
  slug: "what-takes-out-which-stain",
  title: "What takes out which stain",
  summary:
    "A table for the tablecloth: what to do at once, what to do later, and what makes it worse.",
  tags: ["cloth", "table", "care"],
  by: "demo-stock",
  daysAgo: 14.35,
  likedBy: ["demo-orders", "demo-customer", "demo-admin"],
  comments: [
    {
      by: "demo-orders",
      text: "Salt on red wine is wrong? My whole family will have to sit down.",
      answers: [
        {
          by: "demo-stock",
          text: "It does draw some of it up. Blotting draws up more, and does not grind the rest into the cloth.",
        },
      ],
    },
    { by: "demo-customer", text: "Printed, and put beside the washing powder." },
  ],
  body: `A stain has two lives. In the first ten minutes it lies in the cloth and can be lifted out. After that it begins to
become part of it. The best remedy is therefore whatever is within reach, with three exceptions, and those are in the
last column.

## First of all

1. **Blot, don't rub.** Press a clean cloth on it, from the edge inwards, and take a fresh bit of it each time.
2. Lift off what is thick with a spoon.
3. Try the remedy on a hem.
4. No heat until the stain has gone. Dryer and iron bake it in.

## The table

For washable linen and cotton. Wool and silk are another matter.

| stain | at once | then | never |
|---|---|---|---|
| red wine | blot; cold sparkling water | soak with oxygen bleach at 40 °C, an hour | rub salt in |
| coffee, tea | cold water | oxygen bleach, or citric acid | soap of the hard kind |
| berries | boiling water, poured through from above | oxygen bleach | let it dry |
| oil, butter | washing-up liquid on the **dry** cloth, 15 min | wash as hot as it may be | water first |
| egg, milk, blood | cold water | soak with a detergent that has enzymes | hot water |
| candle wax | let it get hard; scrape | paper above and below, a warm iron | rub it while soft |
| beetroot, carrot | cold water | wash, then hang it in the sun | |
| mustard, turmeric | washing-up liquid | wash, and the sun for days | bleach with ammonia |
| grass | alcohol of 70 % | detergent with enzymes | |
| rust | lemon juice | citric acid, warm, rinse well | chlorine |

Boiling water for berries sounds like a joke. Stretch the cloth over a bowl, hold it with a rubber band, and pour from
a height of 30 cm: it goes away while you watch. Only for cloth that may be boiled, and keep your feet out of it.

## Oxygen bleach

That is sodium percarbonate, sold as stain salt. In warm water it turns into washing soda and hydrogen peroxide, and
takes apart whatever has a colour. It does nothing below 30 °C and is at its best from 40 to 60. One level tablespoon
to the litre. White and fast colours take it; wool and silk don't.

**Never mix anything with chlorine** with acid, nor with ammonia.

## The sun

It is the oldest bleach and the gentlest. Lay the cloth out wet, on grass, on a bright day. What is left of a carrot
is gone by evening, and turmeric by the weekend.

And if all has failed: a stain in the right place is a reason to [fold the napkin differently](/a-napkin-with-a-pocket),
or to put [the runner](/six-at-the-table) there.
`,
};
