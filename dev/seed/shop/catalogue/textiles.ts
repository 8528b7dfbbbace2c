import type { CatalogueItem } from "./item.ts";

export const textiles: readonly CatalogueItem[] = [
  {
    id: "linen-tea-towel",
    name: "Linen tea towel",
    description:
      "Belgian flax in a plain weave of 210 g/m², 50 × 70 cm, hemmed with a loop at one corner. Dries glass without lint from the third wash on.",
    taxClass: "standard",
    variants: [
      { sku: "linen-tea-towel-natural", option: "natural", price: 1290, stock: 6500 },
      { sku: "linen-tea-towel-stripe", option: "blue stripe", price: 1370, stock: 282 },
      { sku: "linen-tea-towel-moss", option: "moss", price: 1290, stock: 194 },
      { sku: "linen-tea-towel-rust", option: "rust", price: 1290, stock: 0 },
    ],
  },
  {
    id: "linen-napkins",
    name: "Linen napkins, set of 4",
    description:
      "Stone-washed squares of 45 cm with mitred corners. Wash at 60 °C and fold them damp, and they need no iron.",
    taxClass: "standard",
    variants: [
      { sku: "linen-napkins-oat", option: "oat", price: 3140, stock: 147 },
      { sku: "linen-napkins-charcoal", option: "charcoal", price: 3140, stock: 109 },
      { sku: "linen-napkins-rust", option: "rust", price: 3140, stock: 56 },
    ],
  },
  {
    id: "washed-tablecloth",
    name: "Washed tablecloth",
    description:
      "Half linen, half cotton, woven in Lithuania and pre-shrunk, so that it keeps its size at 40 °C. Oat only; the 3 metre cloth seats ten.",
    taxClass: "standard",
    variants: [
      { sku: "washed-tablecloth-140", option: "140 × 140 cm", price: 4360, stock: 64 },
      { sku: "washed-tablecloth-220", option: "140 × 220 cm", price: 6270, stock: 47 },
      { sku: "washed-tablecloth-300", option: "140 × 300 cm", price: 8190, stock: 4 },
    ],
  },
  {
    id: "table-runner",
    name: "Fringed table runner",
    description:
      "Heavy cotton in a basket weave, 45 × 160 cm, with a hand-knotted fringe at both ends. Lies flat without ironing; wash at 30 °C with the fringe tied.",
    taxClass: "standard",
    variants: [
      { sku: "table-runner-sand", option: "sand", price: 2545, stock: 81 },
      { sku: "table-runner-ink", option: "ink", price: 2545, stock: 43 },
    ],
  },
  {
    id: "lambswool-throw",
    name: "Lambswool throw",
    description:
      "Spun and woven from undyed and piece-dyed lambswool, 130 × 180 cm, 780 g. Air it overnight rather than wash it; when it must be, by hand in cool water.",
    taxClass: "standard",
    variants: [
      { sku: "lambswool-throw-ash", option: "ash", price: 9850, stock: 39 },
      { sku: "lambswool-throw-moss", option: "moss", price: 10400, stock: 1 },
    ],
  },
  {
    id: "cushion-cover",
    name: "Corduroy cushion cover",
    description:
      "Wide-wale cotton corduroy with a hidden zip along the bottom seam. Choose the inner cushion 5 cm larger for full corners; turn inside out to wash.",
    taxClass: "standard",
    variants: [
      { sku: "cushion-cover-40", option: "40 × 40 cm", price: 2080, stock: 132 },
      { sku: "cushion-cover-50", option: "50 × 50 cm", price: 2465, stock: 95 },
    ],
  },
  {
    id: "bistro-apron",
    name: "Bistro apron",
    description:
      "Cotton canvas of 280 g/m², 75 cm long, tied in front with 1 metre tapes. Two hip pockets and a loop for the tea towel.",
    taxClass: "standard",
    variants: [
      { sku: "bistro-apron-indigo", option: "indigo", price: 2890, stock: 106 },
      { sku: "bistro-apron-clay", option: "clay", price: 2890, stock: 72 },
    ],
  },
  {
    id: "oven-mitt",
    name: "Quilted oven mitt",
    description:
      "Three layers of cotton with a wool filling, long enough to cover the wrist, at 32 cm. Fits either hand; sold singly, washable at 40 °C.",
    taxClass: "standard",
    variants: [
      { sku: "oven-mitt-natural", option: "natural", price: 1530, stock: 163 },
      { sku: "oven-mitt-charcoal", option: "charcoal", price: 1530, stock: 3 },
    ],
  },
];
