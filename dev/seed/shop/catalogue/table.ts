import type { CatalogueItem } from "./item.ts";

export const table: readonly CatalogueItem[] = [
  {
    id: "stoneware-mug",
    name: "Stoneware mug",
    description:
      "Holds 300 ml, with a handle wide enough for three fingers and an unglazed foot. Dishwasher and microwave do it no harm.",
    taxClass: "standard",
    variants: [
      { sku: "stoneware-mug-chalk", option: "chalk", price: 1420, stock: 286 },
      { sku: "stoneware-mug-slate", option: "slate", price: 1420, stock: 211 },
      { sku: "stoneware-mug-moss", option: "moss", price: 1420, stock: 173 },
      { sku: "stoneware-mug-rust", option: "rust", price: 1420, stock: 3 },
    ],
  },
  {
    id: "dinner-plate",
    name: "Dinner plate",
    description:
      "A flat plate of 27 cm with a raised 2 cm rim, fired at 1,250 °C in Portugal. The reactive glaze comes out a shade different on each piece.",
    taxClass: "standard",
    variants: [
      { sku: "dinner-plate-chalk", option: "chalk", price: 1860, stock: 324 },
      { sku: "dinner-plate-slate", option: "slate", price: 1860, stock: 248 },
      { sku: "dinner-plate-moss", option: "moss", price: 1980, stock: 91 },
    ],
  },
  {
    id: "soup-bowl",
    name: "Soup bowl",
    description:
      "Deep and steep-sided, 16 cm across and 650 ml to a finger below the rim. Stacks four high in a cupboard with 25 cm between the shelves.",
    taxClass: "standard",
    variants: [
      { sku: "soup-bowl-chalk", option: "chalk", price: 1590, stock: 198 },
      { sku: "soup-bowl-slate", option: "slate", price: 1590, stock: 154 },
    ],
  },
  {
    id: "water-tumbler",
    name: "Water tumblers",
    description:
      "Recycled bottle glass from Spain, faintly green, with the odd bubble left in. Each holds 240 ml and is thick enough for daily use.",
    taxClass: "standard",
    variants: [
      { sku: "water-tumbler-4", option: "set of 4", price: 1945, stock: 126 },
      { sku: "water-tumbler-6", option: "set of 6", price: 2720, stock: 84 },
    ],
  },
  {
    id: "glass-carafe",
    name: "Glass carafe",
    description:
      "Mouth-blown borosilicate with a cork ball for a stopper. Takes hot tea as well as iced water; the neck lets a bottle brush through.",
    taxClass: "standard",
    variants: [
      { sku: "glass-carafe-750", option: "0.75 l", price: 2150, stock: 77 },
      { sku: "glass-carafe-1200", option: "1.2 l", price: 2695, stock: 2 },
    ],
  },
  {
    id: "matt-cutlery",
    name: "Matt cutlery",
    description:
      "Knives, forks, spoons and teaspoons in tumbled 18/10 stainless steel, slim at the neck and weighted to the back. The matt finish hides scratches.",
    taxClass: "standard",
    variants: [
      { sku: "matt-cutlery-16", option: "16 pieces", price: 6830, stock: 52 },
      { sku: "matt-cutlery-24", option: "24 pieces", price: 9720, stock: 33 },
    ],
  },
  {
    id: "olive-salad-servers",
    name: "Olive wood salad servers",
    description:
      "A spoon and a three-pronged fork of 28 cm, cut from the prunings of Tunisian olive groves. Wash by hand and rub with a few drops of oil.",
    taxClass: "standard",
    variants: [{ sku: "olive-salad-servers", option: "", price: 2235, stock: 103 }],
  },
  {
    id: "egg-cup-pair",
    name: "Pair of egg cups",
    description:
      "Slip-cast white porcelain with a saucer rim that catches the shell and a pinch of salt. 9 cm wide and 4 cm high.",
    taxClass: "standard",
    variants: [{ sku: "egg-cup-pair", option: "", price: 1185, stock: 219 }],
  },
  {
    id: "salt-cellar",
    name: "Salt cellar",
    description:
      "Turned from a single piece of acacia, 8 cm across, with a lid that swivels on a brass pin. Room for 120 g of coarse salt.",
    taxClass: "standard",
    variants: [{ sku: "salt-cellar", option: "", price: 1675, stock: 14 }],
  },
];
