import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { decide, update } from "../core/decide.ts";
import { idOf } from "../core/id.ts";
import { refuse } from "../core/refuse.ts";
import { products, RetireProduct, variants } from "./schema.ts";

/**
 * Takes a product off sale with all its variants, at once: a callable, because an order looks at
 * the variant alone, and no rule can see that a batch names every variant of a product.
 * Answers `{ retired }`, the SKUs that were on sale until now. To sell it again, staff make the
 * product active and then the variants that are to be sold.
 * For inventory managers. Refuses `not-found`/`no-such-product`.
 */
export const retireProduct = callable(
  { access: ["inventory_manager"], input: RetireProduct },
  ({ productId }, caller) =>
    decide(async (read) => {
      const [[product], shelf] = await Promise.all([
        read(products.doc(productId)),
        variants.where("productId", "==", productId).where("active", "==", true).get(),
      ]);
      const current = product.data();
      if (!current) {
        refuse("not-found", "no-such-product", `There is no product ${productId}.`, { productId });
      }
      const retired = shelf.docs.map(({ id }) => id);
      if (!current.active && retired.length === 0) return { answer: { retired } };
      const occasion = idOf(product.updateTime?.toDate().toISOString() ?? "");
      const entry = { action: "product-retired", actor: caller.uid, subject: product.ref.path };
      return {
        answer: { retired },
        writes: [
          update(product, { active: false }),
          ...shelf.docs.map((variant) => update(variant, { active: false })),
          record(entry, occasion),
        ],
      };
    }),
);
