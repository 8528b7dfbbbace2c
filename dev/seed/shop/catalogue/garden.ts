import type { CatalogueItem } from "./item.ts";

export const garden: readonly CatalogueItem[] = [
  {
    id: "terracotta-pot",
    name: "Terracotta pot",
    description:
      "Italian clay with a rolled rim and a drainage hole, measured across the top. Frost-proof to −15 °C if it stands on feet and does not fill with water.",
    taxClass: "standard",
    variants: [
      { sku: "terracotta-pot-10", option: "10 cm", price: 320, stock: 400 },
      { sku: "terracotta-pot-14", option: "14 cm", price: 495, stock: 318 },
      { sku: "terracotta-pot-18", option: "18 cm", price: 770, stock: 187 },
      { sku: "terracotta-pot-24", option: "24 cm", price: 1385, stock: 73 },
    ],
  },
  {
    id: "hand-trowel",
    name: "Hand trowel",
    description:
      "Forged carbon steel on an oiled ash handle, 32 cm over all, with depth marks at 5, 10 and 15 cm. Knock off the soil and dry it before winter.",
    taxClass: "standard",
    variants: [{ sku: "hand-trowel", option: "", price: 2175, stock: 101 }],
  },
  {
    id: "watering-can",
    name: "Watering can",
    description:
      "Zinc-plated steel with a long spout that reaches the back of a shelf or a bed. The brass rose unscrews for rinsing.",
    taxClass: "standard",
    variants: [
      { sku: "watering-can-1500", option: "1.5 l", price: 2640, stock: 82 },
      { sku: "watering-can-5000", option: "5 l", price: 4275, stock: 2 },
    ],
  },
  {
    id: "jute-twine",
    name: "Jute twine",
    description:
      "Three-ply, unwaxed and soft on stems; it lasts one season outdoors and then goes on the compost. The tin has a hole in its lid and a cutter beside it.",
    taxClass: "standard",
    variants: [
      { sku: "jute-twine-ball", option: "80 m ball", price: 465, stock: 292 },
      { sku: "jute-twine-tin", option: "120 m in a tin", price: 1110, stock: 117 },
    ],
  },
  {
    id: "kitchen-herb-seeds",
    name: "Kitchen herb seeds",
    description:
      "Open-pollinated seed in a paper sachet, enough for a row of 4 m or six pots. Sow indoors from March, outdoors when the nights stay above 10 °C.",
    taxClass: "standard",
    variants: [
      { sku: "kitchen-herb-seeds-basil", option: "basil", price: 275, stock: 356 },
      { sku: "kitchen-herb-seeds-chives", option: "chives", price: 275, stock: 269 },
      { sku: "kitchen-herb-seeds-parsley", option: "parsley", price: 255, stock: 223 },
    ],
  },
  {
    id: "slate-plant-labels",
    name: "Slate plant labels",
    description:
      "Ten slips of Welsh slate, 3 × 14 cm, with a soapstone pencil. The writing stands up to rain and comes off with a wet thumb and some patience.",
    taxClass: "standard",
    variants: [{ sku: "slate-plant-labels", option: "", price: 945, stock: 139 }],
  },
  {
    id: "bypass-secateurs",
    name: "Bypass secateurs",
    description:
      "For green wood up to 2 cm: a hardened blade that can be taken out and sharpened, cork-covered grips and a leather catch. 20 cm long, 230 g.",
    taxClass: "standard",
    variants: [{ sku: "bypass-secateurs", option: "", price: 3820, stock: 46 }],
  },
  {
    id: "larch-bird-feeder",
    name: "Larch bird feeder",
    description:
      "Untreated Alpine larch with a slanted roof that keeps 600 g of seed dry, 22 × 18 × 26 cm. The floor slides out for cleaning.",
    taxClass: "standard",
    variants: [{ sku: "larch-bird-feeder", option: "", price: 3355, stock: 31 }],
  },
];
