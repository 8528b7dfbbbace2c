import type { DemoArticle } from "../demoSite.ts";

export const questionsAboutCastIron: DemoArticle = {
  slug: "questions-about-cast-iron",
  title: "Questions about cast iron",
  summary: "Soap, tomatoes, rust, eggs: what a black pan minds, and what it doesn't.",
  tags: ["kitchen", "care", "questions"],
  by: "demo-admin",
  daysAgo: 46.55,
  likedBy: ["demo-customer", "demo-stock"],
  comments: [
    {
      by: "demo-customer",
      text: "Mine was my flatmate's, and she had put it into the dishwasher. It was orange. Three rounds in the oven, and it is black again.",
      answers: [{ by: "demo-admin", text: "Orange is only how they say that they miss you." }],
    },
  ],
  body: `A pan of cast iron outlives its owner if it is let be. The questions we get about it are all of the same
kind: have I ruined it? The answer is always no.

## What is that black layer?

Oil that has turned into something else. Heated thinly on iron, it links up into a hard, smooth film that
is no more oil than dried paint is. It is called the seasoning. It keeps water off the iron and eggs off
the pan.

## May I really not use soap?

You needn't: hot water and a brush take off nearly all. But a drop of washing-up liquid won't harm a good
layer. The rule is older than the liquid. It comes from soaps with lye in them, and lye does strip a pan.
So does a dishwasher, by its lye and its hours of wet heat.

## How do I wash it, then?

While it is warm: hot water, a brush, coarse salt for what is stuck. Then put it back on the flame until it
is **bone dry**, and rub it with as much oil as you would use for lip balm.

## How do I season it anew?

1. Wash and dry it. Scrub off rust with steel wool.
2. Rub it all over with a thin film of linseed, rapeseed or sunflower oil.
3. Wipe it off again, as if you had never meant to oil it. Too much oil makes a sticky pan.
4. Put it upside down into the oven for an hour at 230 °C, with a tray under it. It will smoke a little.
5. Let it cool in there. Do it three times for a start.

## Mine is sticky.

There was too much oil, or too little heat. An hour at 230 °C, empty, settles it.

## Tomatoes? Wine?

A quick sauce is no trouble. Two hours of stew are: acid dissolves the layer, and then it tastes of iron.
Use enamel for those.

## Why does everything stick?

The pan was not hot enough when the food came in, or the food was wet. Heat it for **five minutes over a
medium flame**, then oil, then food, then patience: what is fried lets go by itself.

## Can it go on induction?

Yes, and well. Set it down, don't drop it or drag it, and begin on a low setting, since iron that is heated
in one spot alone may crack.

## What is it best at?

Whatever wants a lot of heat and no hurry: potatoes, flat bread, steak, an apple cake that goes into the
oven as it is, and, on a Sunday, [green coffee](/roasting-coffee-in-a-pan).
`,
};
