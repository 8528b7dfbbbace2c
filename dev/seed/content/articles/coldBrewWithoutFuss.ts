import type { DemoArticle } from "../demoSite.ts";

export const coldBrewWithoutFuss: DemoArticle = {
  slug: "cold-brew-without-fuss",
  title: "Cold brew without fuss",
  summary:
    "A jar, a night in the fridge and a paper filter: coffee for three days, and what else to do with it.",
  tags: ["coffee", "how-to"],
  by: "demo-orders",
  daysAgo: 148.2,
  likedBy: ["demo-customer"],
  body: `Cold water is slow. It takes hours to do what hot water does in minutes, and it never does all of
it: much of what is sour or bitter stays in the grounds. What comes out is mild, a little sweet, and as
strong in caffeine as you make it. It needs no machine.

## You need

- a jar of one litre with a lid
- 70 g of coffee, ground as coarsely as your mill goes
- one litre of cold water, filtered if yours is hard
- a sieve and a paper filter

## In the evening

1. Put the coffee into the jar and pour on a third of the water.
2. Stir until no dry lumps are left. They float, and what floats does not brew.
3. Add the rest, close the jar and put it into the fridge.

## In the morning

4. After 14 hours pour it through the sieve, without pressing the grounds.
5. Rinse the paper filter with hot water, and let the coffee run through it. That takes a quarter of an
   hour, and takes out the mud which would go on brewing.
6. Fill it into a clean bottle. It is good for three days in the fridge.

Twelve hours will do, and eighteen do no harm. Beyond a day it tastes of wood. On the kitchen table
instead of the fridge eight hours are enough, but drink that the same day.

## Stronger, and thinned later

Where there is little room in the fridge, brew a concentrate: **125 g to the litre**, the same time. One
part of it with one part of water or milk is an ordinary strength. Over ice take less water, as the ice
will see to the rest.

## Mixed with other things

- with tonic water, one to two, over ice, with a slice of orange: pour the coffee last, slowly
- with milk and a pinch of salt
- frozen in an ice tray, so that iced coffee does not get thinner by the minute
- warmed up, gently, to no more than 60 °C: a very soft cup, for stomachs that take no other

## Which beans

Those that you don't get on with hot. A roast that is too bright for the filter turns friendly, and a
dark one tastes of chocolate. Decaf works as well as any. The grounds are far from done when you are:
[the roses will have them](/cut-above-the-bud). For all hot ways there is [the
table](/sixty-grams-to-the-litre).
`,
};
