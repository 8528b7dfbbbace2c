import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import type { Caller } from "../core/caller.ts";
import { type Decision, decide, type Read, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { RetireProduct } from "./inputs.ts";
import { products, variants } from "./schema.ts";

/**
 * Takes a product off sale with all its variants: a callable, because an order looks at the
 * variant alone, and no rule can see that a batch names every variant of a product. To sell it
 * again, staff make the product active and then the variants that are to be sold.
 *
 * Answers `{ retired }`, the SKUs it took off sale; it may be called again at any time, and then
 * answers what was left. For inventory managers. Refuses `not-found`/`no-such-product`.
 */
export const retireProduct = callable(
  { access: ["inventory_manager"], input: RetireProduct },
  async ({ productId }, caller) => {
    const retired = new Set<string>();
    // A variant may be put on sale while this one commits. Once the product is inactive the rules
    // refuse that, so the rounds come to an end.
    while (await decide((read) => retire(read, productId, caller, retired))) {}
    return { retired: [...retired] };
  },
);

/** One round. Adds what it finds on sale to `retired`; answers whether there was anything to do. */
async function retire(
  read: Read,
  productId: string,
  { uid }: Caller,
  retired: Set<string>,
): Promise<Decision<boolean>> {
  const [[product], shelf] = await Promise.all([
    read(products.doc(productId)),
    variants.where("productId", "==", productId).where("active", "==", true).get(),
  ]);
  const current = product.data();
  if (!current) {
    refuse("not-found", "no-such-product", `There is no product ${productId}.`, { productId });
  }
  for (const { id } of shelf.docs) retired.add(id);
  const writes = shelf.docs.map((variant) => update(variant, { active: false }));
  if (current.active) {
    const entry = { action: "product-retired", actor: uid, subject: product.ref.path };
    const occasion = product.updateTime?.toDate().toISOString() ?? "";
    writes.push(update(product, { active: false }), record(entry, occasion));
  }
  return { answer: writes.length > 0, writes };
}
