import type { DemoArticle } from "../demoSite.ts";

export const questionsAboutFeedingBirds: DemoArticle = {
  slug: "questions-about-feeding-birds",
  title: "Questions about feeding birds",
  summary:
    "What goes into the feeder, where it hangs, and why a clean one matters more than a full one.",
  tags: ["garden", "questions"],
  by: "demo-stock",
  daysAgo: 284.4,
  likedBy: ["demo-customer", "demo-admin"],
  body: `Each winter the same questions reach us with the first frost. None of what follows is new, but some of it is
not what our grandparents did.

## When do I begin?

When you like. It is not cruel to begin, and not cruel to stop for a week: birds have more than one address.
They find a new feeder within some days, and it takes them longer to trust it than to see it.

## What do they eat?

It depends on the beak.

| food | for whom |
|---|---|
| sunflower seeds, black | tits, finches, sparrows, nuthatches: nearly everybody |
| sunflower hearts | the same, and no husks on the ground |
| oat flakes, soaked in a little oil | robins, wrens, dunnocks |
| apples, cut in half, on the ground | blackbirds, thrushes, fieldfares |
| unsalted peanuts, in a mesh | woodpeckers, tits |
| nyjer seed | goldfinches, siskins |

## And what not?

Bread: it swells, it has salt in it, and it goes mouldy. Bacon rind, and whatever else is salted. Whole peanuts
in spring, when there are young in the nest to choke on them. Fat balls in green nets, as claws get caught in
those; hang up the ball in a wire spiral.

## Where does it hang?

About two metres from a bush: near enough for a quick retreat, too far for a cat to leap from it. At 1.5 m or
higher. And **either within a metre of a window or more than ten metres away**: from close by they can't gain
enough speed to be hurt, and from far off they see that it is a wall.

## How often must I clean it?

Once a week, and at once if you see a bird that sits there fluffed up and won't fly. Slide out the floor, brush
it, pour boiling water over it, let it dry. Wear gloves and use a brush that does nothing else. What makes birds
sick at feeders, salmonella and trichomonads, is carried by droppings and damp food. If there are sick birds,
take the feeder down for four weeks.

## Is dry seed so important?

Yes. Wet seed sprouts, ferments and grows mould. That is what the roof is for. Fill in what is eaten in two days
and not what there is room for.

## Does water help?

More than food, in hard frost and in August. A shallow dish with a stone in it, fresh each day. [A saucer of
clay](/how-much-water-a-pot-wants) will do.

## Who comes first?

In the morning the great tits, who are always in a hurry. At dusk the robin, alone. If it is a sparrowhawk, all
of that was still right: you are feeding birds.
`,
};
