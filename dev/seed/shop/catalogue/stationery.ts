import type { CatalogueItem } from "./item.ts";

export const stationery: readonly CatalogueItem[] = [
  {
    id: "lay-flat-notebook",
    name: "Lay-flat notebook",
    description:
      "A5, 160 pages of 100 g/m² paper, thread-sewn so that it stays open anywhere. Grey board cover with a cloth spine; fountain pen ink does not come through.",
    taxClass: "standard",
    variants: [
      { sku: "lay-flat-notebook-plain", option: "plain", price: 1340, stock: 228 },
      { sku: "lay-flat-notebook-ruled", option: "ruled", price: 1340, stock: 304 },
      { sku: "lay-flat-notebook-dotted", option: "dotted", price: 1340, stock: 367 },
    ],
  },
  {
    id: "weekly-desk-pad",
    name: "Weekly desk pad",
    description:
      "Fifty-two undated tear-off sheets in A4 landscape, seven columns and a margin for what has to wait. Recycled paper on a stiff back.",
    taxClass: "standard",
    variants: [{ sku: "weekly-desk-pad", option: "", price: 1065, stock: 184 }],
  },
  {
    id: "cedar-pencils",
    name: "Cedar pencils, box of 12",
    description:
      "Hexagonal incense cedar under clear lacquer, with a dipped end in dark red. HB for writing, 2B for drawing and for softer paper.",
    taxClass: "standard",
    variants: [
      { sku: "cedar-pencils-hb", option: "HB", price: 980, stock: 256 },
      { sku: "cedar-pencils-2b", option: "2B", price: 980, stock: 137 },
    ],
  },
  {
    id: "brass-ruler",
    name: "Brass ruler",
    description:
      "Solid brass, 2 mm thick, with etched millimetres that do not wear off. Darkens in the hand; a little vinegar and salt brings the shine back.",
    taxClass: "standard",
    variants: [
      { sku: "brass-ruler-15", option: "15 cm", price: 1215, stock: 98 },
      { sku: "brass-ruler-30", option: "30 cm", price: 1960, stock: 2 },
    ],
  },
  {
    id: "recipe-cards",
    name: "Recipe cards",
    description:
      "Sixty letterpress cards of 10 × 15 cm on uncoated 350 g/m² board, with eight tabbed dividers in a tin. Pencil can be rubbed out, butter cannot.",
    taxClass: "standard",
    variants: [{ sku: "recipe-cards", option: "", price: 1725, stock: 78 }],
  },
  {
    id: "block-print-paper",
    name: "Block-printed wrapping paper",
    description:
      "Cotton rag paper, printed by hand in India with wooden blocks, 50 × 70 cm, three sheets to a roll. Strong enough to be folded away and used again.",
    taxClass: "standard",
    variants: [
      { sku: "block-print-paper-fern", option: "fern", price: 835, stock: 149 },
      { sku: "block-print-paper-dot", option: "dot", price: 835, stock: 116 },
      { sku: "block-print-paper-tile", option: "tile", price: 835, stock: 0 },
    ],
  },
  {
    id: "letter-set",
    name: "Letter set",
    description:
      "Twenty laid sheets with a deckle edge and ten tissue-lined envelopes in C6. A sheet folds once to fit.",
    taxClass: "standard",
    variants: [
      { sku: "letter-set-ivory", option: "ivory", price: 1580, stock: 87 },
      { sku: "letter-set-mist", option: "mist blue", price: 1580, stock: 61 },
    ],
  },
  {
    id: "paper-tape",
    name: "Gummed paper tape",
    description:
      "Brown paper with potato starch gum, 25 m to the roll: wet it, press it, and the parcel goes into the paper bin as one. 3.5 cm for gifts, 6 cm for cartons.",
    taxClass: "standard",
    variants: [
      { sku: "paper-tape-35", option: "3.5 cm", price: 375, stock: 418 },
      { sku: "paper-tape-60", option: "6 cm", price: 520, stock: 273 },
    ],
  },
];
