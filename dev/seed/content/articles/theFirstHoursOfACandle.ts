import type { DemoArticle } from "../demoSite.ts";

export const theFirstHoursOfACandle: DemoArticle = {
  slug: "the-first-hours-of-a-candle",
  title: "The first hours of a candle",
  summary:
    "Wax remembers: why a pillar that is blown out too early burns a hole into itself, and how to mend it.",
  tags: ["light", "table", "care"],
  by: "demo-orders",
  daysAgo: 39.4,
  likedBy: ["demo-admin", "demo-stock"],
  comments: [
    {
      by: "demo-admin",
      text: "The foil collar saved the pillar from last winter. It looked like a well.",
    },
    {
      by: "demo-customer",
      text: "Hot water for the candlestick, not the knife. I have the scratches to prove it.",
    },
  ],
  body: `A candle is a small refinery. The flame melts the wax, the wick draws it up, the heat turns it into gas, and the
gas burns. Whatever goes wrong with it, soot, drips, tunnels, has to do with how much melts and how much is drawn.

## The first burn

Wax that has been melted once, melts there again more easily. If you put out a pillar after half an hour, there
is a pool of 3 cm around the wick, and from then on it will be 3 cm: the flame sinks into a shaft and drowns.

So the first time, let it burn until the whole of the top is liquid, nearly to the edge. Reckon with **an hour
for each 2.5 cm across**. For a pillar of 6 cm those are a little over two hours. Slim dinner candles don't need
this. They are all edge.

## Each time

1. Cut the wick to 5 mm before you light it. A long wick draws more than the flame can burn, and the rest is
   soot.
2. Put it where there is no draught. Drips on one side come from wind on the other.
3. After four hours put it out. The pool gets too deep by then, and the wick tips over.
4. Don't blow. Bend the wick into the wax with a knife and set it up again: no smoke, no glow, and it lights at
   once the next time.

## Mending a tunnel

Fold a collar of kitchen foil around the candle, a little higher than its rim and bent inwards like a collar
that is turned up, with an opening of 3 cm over the flame. It keeps the heat in. In one or two hours the walls
have melted down. Take the foil off with an oven mitt.

If the rim is warm and soft, you can also press it inwards with your hands. Bees would do the same.

## Beeswax, stearin, paraffin

| | melts at | burns | remarks |
|---|---|---|---|
| beeswax | 63 °C | slowly, with a golden flame | smells of honey, blooms white |
| stearin | 55 to 70 °C | cleanly | hard, hardly bends in the sun |
| paraffin | 50 to 60 °C | faster | cheap, made of oil, bends in July |

The white haze on beeswax is no mould but **bloom**: soft parts of the wax that wander to the surface in the
cold. It shows that the wax is pure. A hair dryer takes it off, or a soft cloth, or you leave it.

## Afterwards

Candlesticks go into hot water for a few minutes, and the wax comes out in one piece. Brass likes that. Felt feet
don't, so hold it upside down. And [wax on the cloth](/what-takes-out-which-stain) is only a nuisance if you rub
it.
`,
};
