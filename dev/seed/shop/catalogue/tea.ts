import type { CatalogueItem } from "./item.ts";

export const tea: readonly CatalogueItem[] = [
  {
    id: "breakfast-leaf",
    name: "Breakfast Leaf",
    description:
      "Broken-leaf Assam with a share of Kenyan for colour, strong enough for milk. One heaped teaspoon to the cup, boiling water, four minutes.",
    taxClass: "reduced",
    variants: [
      { sku: "breakfast-leaf-100", option: "100 g", price: 590, stock: 7000 },
      { sku: "breakfast-leaf-250", option: "250 g", price: 1270, stock: 230 },
      { sku: "breakfast-leaf-1000", option: "1 kg", price: 4380, stock: 27 },
    ],
  },
  {
    id: "bergamot-black",
    name: "Bergamot Black",
    description:
      "Ceylon leaf scented with cold-pressed oil of Calabrian bergamot, with cornflower petals for looks. Keep the pouch closed, as the oil fades within months.",
    taxClass: "reduced",
    variants: [
      { sku: "bergamot-black-100", option: "100 g", price: 685, stock: 192 },
      { sku: "bergamot-black-250", option: "250 g", price: 1490, stock: 83 },
    ],
  },
  {
    id: "spring-sencha",
    name: "Spring Sencha",
    description:
      "First-flush Japanese green tea, steamed for a minute and rolled into needles. Brew at 70 °C for 90 seconds; the second infusion takes only 20.",
    taxClass: "reduced",
    variants: [
      { sku: "spring-sencha-80", option: "80 g", price: 1340, stock: 71 },
      { sku: "spring-sencha-200", option: "200 g", price: 2985, stock: 2 },
    ],
  },
  {
    id: "pine-smoked-black",
    name: "Pine-smoked Black",
    description:
      "Large leaves from Fujian, dried over smouldering pine until they smell of tar and prunes; 100 g. A pinch of it also seasons a marinade or a pot of lentils.",
    taxClass: "reduced",
    variants: [{ sku: "pine-smoked-black", option: "", price: 915, stock: 54 }],
  },
  {
    id: "jasmine-pearls",
    name: "Jasmine Pearls",
    description:
      "Green tea rolled by hand and laid under fresh jasmine blossom for five nights. Eight pearls fill a cup and can be infused three times at 80 °C.",
    taxClass: "reduced",
    variants: [
      { sku: "jasmine-pearls-50", option: "50 g", price: 1125, stock: 97 },
      { sku: "jasmine-pearls-100", option: "100 g", price: 2060, stock: 38 },
    ],
  },
  {
    id: "peppermint-leaf",
    name: "Peppermint Leaf",
    description:
      "Whole mint leaves, cut before flowering and dried in the shade. No caffeine; cover the cup while it draws, or the best of it leaves with the steam.",
    taxClass: "reduced",
    variants: [
      { sku: "peppermint-leaf-50", option: "50 g", price: 430, stock: 264 },
      { sku: "peppermint-leaf-150", option: "150 g", price: 1045, stock: 121 },
    ],
  },
  {
    id: "rooibos-orange",
    name: "Rooibos and Orange",
    description:
      "Long-cut red rooibos from the Cederberg with dried peel and a few cloves. Never turns bitter, so a pot may stand on the warmer all afternoon.",
    taxClass: "reduced",
    variants: [
      { sku: "rooibos-orange-100", option: "100 g", price: 545, stock: 176 },
      { sku: "rooibos-orange-250", option: "250 g", price: 1160, stock: 88 },
    ],
  },
  {
    id: "stone-ground-matcha",
    name: "Stone-ground Matcha",
    description:
      "Shade-grown tencha milled to powder on granite, for drinking straight. Sift 2 g into a bowl, add 70 ml at 75 °C and whisk until the bubbles are fine.",
    taxClass: "reduced",
    variants: [
      { sku: "stone-ground-matcha-30", option: "30 g tin", price: 2230, stock: 62 },
      { sku: "stone-ground-matcha-100", option: "100 g pouch", price: 6480, stock: 1 },
    ],
  },
  {
    id: "tea-sampler",
    name: "Tea sampler",
    description:
      "Six teas in 15 g glassine bags: two black, two green, two without caffeine. Each bag makes about six cups and carries its own brewing card.",
    taxClass: "reduced",
    variants: [{ sku: "tea-sampler", option: "", price: 1875, stock: 145 }],
  },
];
