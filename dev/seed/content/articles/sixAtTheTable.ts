import type { DemoArticle } from "../demoSite.ts";

export const sixAtTheTable: DemoArticle = {
  slug: "six-at-the-table",
  title: "Six at the table",
  summary:
    "Sixty centimetres each, a cloth that hangs as it should, and a timetable for the last three hours.",
  tags: ["table", "light", "numbers"],
  by: "demo-admin",
  daysAgo: 1.6,
  likedBy: ["demo-orders", "demo-customer"],
  comments: [
    {
      by: "demo-customer",
      text: '"Half an hour before: nothing" is the best line in this magazine.',
      answers: [{ by: "demo-admin", text: "It was the hardest one to learn." }],
    },
  ],
  body: `Six is the best number. Two can talk across, three can talk at once, and nobody has to shout. It needs a table, four
measures and some planning backwards.

## The measures

**Room.** Each guest wants 60 cm of the edge, and 35 cm towards the middle. Two on each long side and one at each end
need a table of 90 × 140 cm at least, and 90 × 160 is pleasant. Leave 80 cm between table and wall, or nobody can get
up before all do.

**Cloth.** It should hang down 20 to 25 cm. Less looks borrowed, more lies in people's laps. So take the table and add
twice the overhang:

| table | cloth |
|---|---|
| 90 × 90 cm | 140 × 140 cm |
| 90 × 170 cm | 140 × 220 cm |
| 95 × 250 cm | 140 × 300 cm |

**Light.** Eyes are at 45 cm above the table top when one sits. Whatever shines or blooms must be well below that or
well above: candles with their holders up to 30 cm, a lamp with its lower rim at 60 to 70 cm. In between one speaks
to a light bulb.

**Bread, water, salt.** Two of each for six, so that everything is within an arm's reach. Half a litre of water for
each guest stands on the table; the other half stands ready in the fridge.

## Each place

Knife to the right, edge towards the plate; the spoon beside it; fork to the left. What is used first lies outside. The
plate is a thumb's width from the edge of the table, and all handles are in line with that. The glass stands above
the tip of the knife. The napkin lies to the left, or it [holds the cutlery](/a-napkin-with-a-pocket).

## The last three hours

- **Three hours before:** the cloth on, so that its folds hang out. Sprinkle those that won't. Wine into the fridge,
  or out of it.
- **Two hours:** the table laid, and the chairs tried. You sit down at each place once, and see what your guests will
  see. This is how one finds the cobweb.
- **One hour:** candles cut to [5 mm of wick](/the-first-hours-of-a-candle). Water into the jugs. The dishwasher is
  empty. If it is not, this is the moment.
- **Half an hour before: nothing.** Change your shirt, sit down. A host who runs about makes guests who apologise.

## What people remember

Not the plates. They remember whether it was warm, whether they were seated beside somebody, and whether there was
enough bread. If something goes over, [there is a table for it](/what-takes-out-which-stain). It should not be done
before they have left.
`,
};
