import { Icon } from "../../core/ui/index.ts";
import { categories } from "./categories.ts";
import { pathOf, type Wish } from "./wish.ts";

/** The shop's departments; the words and prices that were asked for stay. */
export function CategoryLinks({ wish }: { wish: Wish }) {
  const link = (category: string) => ({
    href: pathOf({ ...wish, category }),
    "aria-current": wish.category === category ? ("true" as const) : undefined,
  });
  return (
    <nav class="shop-categories" aria-label="Categories">
      <a {...link("")}>Everything</a>
      {categories.map(({ slug, title, icon }) => (
        <a key={slug} {...link(slug)}>
          <Icon of={icon} size={18} /> {title}
        </a>
      ))}
    </nav>
  );
}
