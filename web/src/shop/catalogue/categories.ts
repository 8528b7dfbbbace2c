import {
  Coffee,
  CookingPot,
  Lamp,
  Leaf,
  Package,
  PencilRuler,
  Shirt,
  Sprout,
  UtensilsCrossed,
} from "lucide";
import type { IconNode } from "../../core/ui/index.ts";

interface Category {
  slug: string;
  title: string;
  icon: IconNode;
}

/** What the shop leads to. A product may have another category: it is found by its words. */
export const categories: readonly Category[] = [
  { slug: "coffee", title: "Coffee", icon: Coffee },
  { slug: "tea", title: "Tea", icon: Leaf },
  { slug: "kitchen", title: "Kitchen", icon: CookingPot },
  { slug: "table", title: "Table", icon: UtensilsCrossed },
  { slug: "textiles", title: "Textiles", icon: Shirt },
  { slug: "stationery", title: "Stationery", icon: PencilRuler },
  { slug: "lighting", title: "Lighting", icon: Lamp },
  { slug: "garden", title: "Garden", icon: Sprout },
];

export const categoryOf = (slug: string): Category =>
  categories.find((category) => category.slug === slug) ?? { slug, title: slug, icon: Package };
