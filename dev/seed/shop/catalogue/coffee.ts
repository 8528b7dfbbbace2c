import type { CatalogueItem } from "./item.ts";

export const coffee: readonly CatalogueItem[] = [
  {
    id: "morning-blend",
    name: "Morning Blend",
    description:
      "Whole beans from Brazil and Guatemala, medium roast: cocoa, hazelnut and a little orange peel. Made for filter and French press; start at 60 g to the litre.",
    taxClass: "reduced",
    variants: [
      { sku: "morning-blend-250", option: "250 g", price: 790, stock: 8000 },
      { sku: "morning-blend-1000", option: "1 kg", price: 2690, stock: 5000 },
    ],
  },
  {
    id: "house-espresso",
    name: "House Espresso",
    description:
      "A dark roast with one fifth washed robusta from India for a thick crema. Best from ten days after roasting: 18 g in, 38 g out, in about 28 seconds.",
    taxClass: "reduced",
    variants: [
      { sku: "house-espresso-250", option: "250 g", price: 825, stock: 310 },
      { sku: "house-espresso-500", option: "500 g", price: 1540, stock: 185 },
      { sku: "house-espresso-1000", option: "1 kg", price: 2860, stock: 92 },
    ],
  },
  {
    id: "evening-decaf",
    name: "Evening Decaf",
    description:
      "Colombian beans decaffeinated with water alone, roasted until they taste of malt and dried fig. Grind a step finer than usual, as decaf runs through faster.",
    taxClass: "reduced",
    variants: [
      { sku: "evening-decaf-250", option: "250 g", price: 935, stock: 140 },
      { sku: "evening-decaf-1000", option: "1 kg", price: 3280, stock: 36 },
    ],
  },
  {
    id: "sidama-natural",
    name: "Sidama Natural",
    description:
      "Ethiopian heirloom beans dried in the cherry on raised beds at 1,950 m. Light roast with blueberry and black tea; let the water cool to 93 °C.",
    taxClass: "reduced",
    variants: [
      { sku: "sidama-natural-250", option: "250 g", price: 1180, stock: 74 },
      { sku: "sidama-natural-1000", option: "1 kg", price: 4150, stock: 3 },
    ],
  },
  {
    id: "huila-washed",
    name: "Huila Washed",
    description:
      "From smallholders in the south of Colombia, fully washed and dried under cover. Red apple and caramel in the cup, and as good cold as it is hot.",
    taxClass: "reduced",
    variants: [
      { sku: "huila-washed-250", option: "250 g", price: 1065, stock: 118 },
      { sku: "huila-washed-1000", option: "1 kg", price: 3790, stock: 41 },
    ],
  },
  {
    id: "cold-brew-bags",
    name: "Cold brew bags",
    description:
      "Coarsely ground coffee, 35 g to a compostable bag. Hang one in half a litre of cold water, leave it in the fridge for 14 hours and drink within three days.",
    taxClass: "reduced",
    variants: [
      { sku: "cold-brew-bags-4", option: "4 bags", price: 860, stock: 205 },
      { sku: "cold-brew-bags-12", option: "12 bags", price: 2295, stock: 58 },
    ],
  },
  {
    id: "travel-drip-bags",
    name: "Travel drip bags",
    description:
      "Single cups of ground Peruvian coffee, 11 g each, in a paper filter that hooks over the rim of a mug. Sealed under nitrogen and good for a year.",
    taxClass: "reduced",
    variants: [
      { sku: "travel-drip-bags-7", option: "box of 7", price: 895, stock: 167 },
      { sku: "travel-drip-bags-20", option: "box of 20", price: 2320, stock: 0 },
    ],
  },
  {
    id: "green-beans",
    name: "Green beans for roasting",
    description:
      "Unroasted Brazilian arabica, pulped natural, screen 17 and above. Even and forgiving in a pan or a popcorn maker; loses about 15 % of its weight in the roast.",
    taxClass: "reduced",
    variants: [
      { sku: "green-beans-500", option: "500 g", price: 745, stock: 66 },
      { sku: "green-beans-2000", option: "2 kg", price: 2610, stock: 24 },
    ],
  },
  {
    id: "cone-filter-papers",
    name: "Cone filter papers",
    description:
      "Unbleached paper with a crimped seam, 100 to the box. Rinse with hot water before use to lose the taste of paper.",
    taxClass: "standard",
    variants: [
      { sku: "cone-filter-papers-2", option: "size 2", price: 345, stock: 640 },
      { sku: "cone-filter-papers-4", option: "size 4", price: 395, stock: 520 },
    ],
  },
];
