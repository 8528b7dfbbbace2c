import type { DemoArticle } from "../demoSite.ts";

export const lumensNotWatts: DemoArticle = {
  slug: "lumens-not-watts",
  title: "Lumens, not watts",
  summary:
    "What the numbers on a bulb mean, how many of them a room wants, and what a bulb costs to run.",
  tags: ["light", "numbers"],
  by: "demo-admin",
  daysAgo: 190.55,
  likedBy: ["demo-stock"],
  comments: [
    {
      by: "demo-customer",
      text: "Why do my dimmed bulbs hum?",
      answers: [
        {
          by: "demo-admin",
          text: "An old dimmer, most likely. It was made for 60 W and more, and now sees 4.5. A trailing-edge dimmer for LEDs cures it.",
        },
      ],
    },
  ],
  body: `A watt is what a bulb eats. For a hundred years all bulbs ate alike, so that people could say "sixty watts" and
mean a brightness. Today the same light is had for seven, and the box says other things. Three of them matter.

## How much: lumens

| it used to say | now look for | an LED takes about |
|---|---|---|
| 15 W | 136 lm | 1.5 W |
| 25 W | 250 lm | 2.5 W |
| 40 W | 470 lm | 4.5 W |
| 60 W | 806 lm | 7 W |
| 75 W | 1055 lm | 9.5 W |
| 100 W | 1521 lm | 13 W |

Filament bulbs of warm glass are a little dimmer than plain ones: 400 lm for 4.5 W is usual.

As a rule of thumb take 100 lm for each square metre of a living room, 250 for a kitchen and 300 to 500 over the
board where you cut. Spread over several lamps, never from one in the middle of the ceiling.

## What colour: kelvins

The higher the number, the colder the light. It is the wrong way round only for those who are not smiths.

- **2,200 K**: like a candle. For evenings; wretched for sorting socks.
- **2,700 K**: like the old bulbs. For nearly everything.
- **3,000 K**: a shade whiter. For kitchens and bathrooms.
- **4,000 K** and more: for workshops and for finding splinters.

One room, one colour. Two lamps of 2,700 and 4,000 K side by side look as if one of them were broken.

## How true: CRI

The colour rendering index says how close colours look to how they look by daylight. 80 is the least that may be
sold, and makes tomatoes brown and faces tired. **Look for 90 or more** where you eat, cook or dress. It costs
fifty cents and nobody ever regrets it.

## What it costs

~~~text
kWh a year = watts x hours a day x 365 / 1000

old:  60 x 4 x 365 / 1000 = 87.6 kWh   at 0.35 = 30.66
LED:   7 x 4 x 365 / 1000 = 10.2 kWh   at 0.35 =  3.58
~~~

One lamp, four hours each evening: the bulb has paid for itself before the end of spring.

## Two small things

*Dimmable* must stand on the box, or it flickers. And clear glass throws hard shadows and sparkles in tumblers,
while opal glass makes soft ones and flatters whoever sits below. Over [a table for six](/six-at-the-table) take
opal. For the last hour, candles, and [let them burn as they should](/the-first-hours-of-a-candle).
`,
};
