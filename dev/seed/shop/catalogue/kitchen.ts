import type { CatalogueItem } from "./item.ts";

export const kitchen: readonly CatalogueItem[] = [
  {
    id: "pour-over-kettle",
    name: "Pour-over kettle",
    description:
      "Brushed steel with a gooseneck spout and an ash handle, 0.9 litres to the brim. For gas, electric and induction hobs; dry the inside after use.",
    taxClass: "standard",
    variants: [{ sku: "pour-over-kettle", option: "", price: 5900, stock: 6000 }],
  },
  {
    id: "stoneware-dripper",
    name: "Stoneware dripper",
    description:
      "A cone with spiral ribs and one wide outlet, thrown thick so that it holds its heat. Size 2 brews up to 400 ml, size 4 up to 800 ml.",
    taxClass: "standard",
    variants: [
      { sku: "stoneware-dripper-2-chalk", option: "size 2, chalk", price: 2270, stock: 89 },
      { sku: "stoneware-dripper-2-slate", option: "size 2, slate", price: 2270, stock: 63 },
      { sku: "stoneware-dripper-4-chalk", option: "size 4, chalk", price: 2760, stock: 48 },
    ],
  },
  {
    id: "hand-grinder",
    name: "Hand grinder",
    description:
      "Steel conical burrs of 38 mm in an aluminium body, with 24 clicks from espresso to French press. Takes 25 g of beans; clean with a brush, never with water.",
    taxClass: "standard",
    variants: [{ sku: "hand-grinder", option: "", price: 8450, stock: 37 }],
  },
  {
    id: "oak-chopping-board",
    name: "Oak chopping board",
    description:
      "Edge-glued European oak, 2.5 cm thick, with a finger groove along each short side. Wipe it down, stand it up to dry and oil it every other month.",
    taxClass: "standard",
    variants: [
      { sku: "oak-chopping-board-s", option: "20 × 30 cm", price: 2480, stock: 112 },
      { sku: "oak-chopping-board-m", option: "28 × 40 cm", price: 3690, stock: 76 },
      { sku: "oak-chopping-board-l", option: "35 × 52 cm", price: 5425, stock: 4 },
    ],
  },
  {
    id: "cast-iron-pan",
    name: "Cast-iron pan",
    description:
      "Sand-cast in one piece with a pouring lip on either side and seasoned with linseed oil. Goes from the hob into the oven; rinse hot, without soap.",
    taxClass: "standard",
    variants: [
      { sku: "cast-iron-pan-20", option: "20 cm", price: 3980, stock: 68 },
      { sku: "cast-iron-pan-26", option: "26 cm", price: 5640, stock: 45 },
    ],
  },
  {
    id: "beech-spoon-set",
    name: "Beech spoon set",
    description:
      "A cooking spoon, a corner spoon and a flat turner, each 30 cm, from untreated Austrian beech. They darken with use.",
    taxClass: "standard",
    variants: [{ sku: "beech-spoon-set", option: "", price: 1435, stock: 238 }],
  },
  {
    id: "clip-top-jar",
    name: "Clip-top jar",
    description:
      "Pressed glass with a wire clip and a natural rubber ring, for rice, flour or a batch of pickles. Jar and lid can be boiled, and the ring can be replaced.",
    taxClass: "standard",
    variants: [
      { sku: "clip-top-jar-500", option: "0.5 l", price: 490, stock: 395 },
      { sku: "clip-top-jar-1000", option: "1 l", price: 615, stock: 342 },
      { sku: "clip-top-jar-2000", option: "2 l", price: 840, stock: 156 },
    ],
  },
  {
    id: "paring-knife",
    name: "Paring knife",
    description:
      "A 9 cm carbon steel blade, ground thin and riveted to a wooden handle. Takes an edge on any whetstone; dry it at once, as it will rust.",
    taxClass: "standard",
    variants: [
      { sku: "paring-knife-beech", option: "beech", price: 1790, stock: 134 },
      { sku: "paring-knife-walnut", option: "walnut", price: 2340, stock: 22 },
    ],
  },
  {
    id: "brew-scale",
    name: "Brew scale",
    description:
      "Weighs up to 2 kg in steps of 0.1 g, with a timer that starts at the first drop. Charges by USB-C; the silicone mat lifts off for washing.",
    taxClass: "standard",
    variants: [{ sku: "brew-scale", option: "", price: 4180, stock: 59 }],
  },
];
