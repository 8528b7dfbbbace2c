import type { CatalogueItem } from "./item.ts";

export const lighting: readonly CatalogueItem[] = [
  {
    id: "beeswax-pillar",
    name: "Beeswax pillar candle",
    description:
      "Pure beeswax, 6 cm across, poured around a raw cotton wick. Let it burn for two hours the first time, so that the wax melts to the edge.",
    taxClass: "standard",
    variants: [
      { sku: "beeswax-pillar-10", option: "10 cm", price: 1240, stock: 158 },
      { sku: "beeswax-pillar-15", option: "15 cm", price: 1770, stock: 94 },
      { sku: "beeswax-pillar-20", option: "20 cm", price: 2255, stock: 4 },
    ],
  },
  {
    id: "dinner-candles",
    name: "Dinner candles, set of 6",
    description:
      "Stearin of vegetable origin, dyed through, 25 cm long and 2.2 cm at the foot. About eight hours each, without dripping if kept out of a draught.",
    taxClass: "standard",
    variants: [
      { sku: "dinner-candles-ivory", option: "ivory", price: 1095, stock: 335 },
      { sku: "dinner-candles-moss", option: "moss", price: 1095, stock: 202 },
      { sku: "dinner-candles-rust", option: "rust", price: 1095, stock: 177 },
      { sku: "dinner-candles-ink", option: "ink", price: 1095, stock: 125 },
    ],
  },
  {
    id: "brass-candlestick",
    name: "Brass candlestick",
    description:
      "Turned from solid bar, unlacquered, with felt under the foot. For candles of 2.2 cm; hot water loosens any wax left in the cup.",
    taxClass: "standard",
    variants: [
      { sku: "brass-candlestick-low", option: "6 cm", price: 2390, stock: 111 },
      { sku: "brass-candlestick-tall", option: "16 cm", price: 3645, stock: 49 },
    ],
  },
  {
    id: "paper-pendant-shade",
    name: "Paper pendant shade",
    description:
      "Mulberry paper over a spiral of bamboo, delivered flat and opened with a wire frame. For an E27 fitting with an LED of up to 12 W, sold without cord.",
    taxClass: "standard",
    variants: [
      { sku: "paper-pendant-shade-35", option: "35 cm", price: 2310, stock: 86 },
      { sku: "paper-pendant-shade-50", option: "50 cm", price: 3470, stock: 53 },
    ],
  },
  {
    id: "pendant-cord",
    name: "Pendant cord set",
    description:
      "Three metres of cotton-braided cable with a porcelain E27 socket and a steel ceiling cup. To be wired by an electrician; shorten it at the cup.",
    taxClass: "standard",
    variants: [
      { sku: "pendant-cord-black", option: "black", price: 2925, stock: 69 },
      { sku: "pendant-cord-flax", option: "flax", price: 2925, stock: 3 },
    ],
  },
  {
    id: "clamp-lamp",
    name: "Clamp lamp",
    description:
      "Powder-coated steel with two 35 cm arms and a shade that turns right round. The clamp grips table tops up to 5 cm; E14 bulb included.",
    taxClass: "standard",
    variants: [
      { sku: "clamp-lamp-black", option: "black", price: 7460, stock: 42 },
      { sku: "clamp-lamp-sand", option: "sand", price: 7460, stock: 28 },
    ],
  },
  {
    id: "filament-bulb",
    name: "LED filament bulb",
    description:
      "Warm white at 2,200 K and dimmable, 4.5 W for 400 lumens, E27. Clear glass throws sharp shadows, opal glass soft ones.",
    taxClass: "standard",
    variants: [
      { sku: "filament-bulb-clear", option: "clear", price: 760, stock: 388 },
      { sku: "filament-bulb-opal", option: "opal", price: 880, stock: 241 },
    ],
  },
  {
    id: "storm-lantern",
    name: "Storm lantern",
    description:
      "Galvanised sheet steel with four panes and a hinged door, for a pillar or a tea light. Stands or hangs; the soot comes off the glass with damp newspaper.",
    taxClass: "standard",
    variants: [
      { sku: "storm-lantern-24", option: "24 cm", price: 3185, stock: 57 },
      { sku: "storm-lantern-38", option: "38 cm", price: 4890, stock: 18 },
    ],
  },
];
