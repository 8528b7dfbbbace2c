import type { DemoArticle } from "../demoSite.ts";

export const picklesByTomorrow: DemoArticle = {
  slug: "pickles-by-tomorrow",
  title: "Pickles by tomorrow",
  summary:
    "One brine for cucumbers, onions, carrots and radishes, ready overnight, with no boiling of jars.",
  tags: ["kitchen", "table", "how-to"],
  by: "demo-orders",
  daysAgo: 167.3,
  likedBy: ["demo-customer"],
  body: `There are two crafts by the name of pickling. The one makes food that stands in the cellar for a year; it
has rules, and they are there for your safety. The other makes something sharp and crisp for tomorrow's bread
and lives in the fridge. This is about the other.

## The brine

For a jar of one litre:

- 250 ml of vinegar of 5 %, from cider or white wine
- 250 ml of water
- 10 g of salt, without iodine if you want the brine clear
- 25 g of sugar

**As much vinegar as water** is the thing to remember. With less the taste falls apart, and the three weeks
below no longer hold.

## How to

1. Wash a jar with hot water and soap. It needs no boiling this time.
2. Cut the vegetables (about 500 g) as you want to eat them, and pack them in tightly.
3. Put the spices between them.
4. Bring the brine to the boil, until salt and sugar are gone, and pour it over while hot. For cucumbers let
   it cool to lukewarm first, and they stay crisper.
5. Push down what swims: all of it must be covered. A small glass as a weight does well.
6. Leave it open until it is cool, close it, and put it into the fridge.

## What with what

| vegetable | cut | spices | ready after |
|---|---|---|---|
| red onions | rings of 3 mm | bay leaf, pepper | 2 hours |
| radishes | quarters | mustard seed | 6 hours |
| cucumbers | slices of 5 mm | dill, garlic | 12 hours |
| carrots | sticks | ginger, chilli | 24 hours |
| cauliflower | small pieces | turmeric, cumin | 24 hours |

Red onions turn pink to the core, which is half the reason to make them.

## How long

Three weeks in the fridge, if you take them out with a clean fork. Not with fingers. If the brine turns
cloudy, smells of yeast or draws threads, the jar goes away, whatever the calendar says.

**Don't put this jar on a shelf.** Its acid is enough for a fridge and not for a cellar.

## The second round

What is left of the brine can take another load of onions, once; boil it up again. After that it is a
dressing: two parts of it, three of oil, a spoon of mustard. And if the jar smells of dill for ever, it is the
rubber ring that does, and not the glass. [Rings can be changed](/what-fits-into-a-jar).
`,
};
