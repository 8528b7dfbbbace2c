import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Read } from "../../../core/decide.ts";
import {
  type Product,
  products,
  type Stock,
  type StockMovement,
  stock,
  type Variant,
  variants,
} from "../../schema.ts";
import { openingOf } from "../../stock/ledger.ts";
import { termsOf } from "./planVariant.ts";
import type { CatalogueRow } from "./row.ts";

type BySku<Document> = ReadonlyMap<string, DocumentSnapshot<Document>>;

/** What the database holds of a product, and of the SKUs that a file names for it. */
export interface Standing {
  product: DocumentSnapshot<Product>;
  /** What is found under the file's SKUs; where others matter, all variants of the product too. */
  variants: BySku<Variant>;
  /** Where the file says `stock`: whether it was received. */
  openings: BySku<StockMovement>;
  /** Where there is something to receive, or the file says `lowAt`. */
  shelves: BySku<Stock>;
}

/** So many products are read together; a query takes 30 values of a field at most. */
export const MAX_TOGETHER = 25;

/**
 * Reads what the rows of up to 25 products rest on, in three or four round trips. Billed: one read a
 * product and one a row; one a row with `stock`; one a row whose stock is new or that has a
 * `lowAt`; and where the others matter, one a variant of the product.
 *
 * The stock is read before the variants: a label that is read after its stock is as new, and if
 * the stock has changed since, the commit fails.
 */
export async function readStandings(
  read: Read,
  chunk: readonly (readonly CatalogueRow[])[],
  othersMatter = doOthersMatter,
): Promise<Standing[]> {
  const rows = chunk.flat();
  const stocked = rows.filter((row) => row.stock);
  const [own, opened] = await Promise.all([
    read(...chunk.map(([first]) => products.doc(first?.product ?? ""))),
    read(...stocked.map(({ sku }) => openingOf(sku))),
  ]);
  const openings = new Map(stocked.map(({ sku }, index) => [sku, opened[index]!]));
  const touched = rows.filter(
    ({ sku, lowAt }) => lowAt !== undefined || openings.get(sku)?.exists === false,
  );
  const shelves = byId(await read(...touched.map(({ sku }) => stock.doc(sku))));
  const named = byId(await read(...rows.map(({ sku }) => variants.doc(sku))));
  const standings = own.map((product) => ({ product, variants: named, openings, shelves }));

  const ids = own.flatMap(({ id }, n) => (othersMatter(chunk[n]!, standings[n]!) ? [id] : []));
  if (ids.length === 0) return standings;
  const { docs } = await variants.where("productId", "in", ids).get();
  const all = new Map([...named, ...byId(docs)]);
  return standings.map((standing) => ({ ...standing, variants: all }));
}

/**
 * Whether variants that the file does not name have a say: in what is then the lowest price, in
 * whether the product stays for sale, in how many it has. None of them is for sale below the
 * product's lowest price, or while the product is not; a new product has none.
 */
function doOthersMatter(rows: readonly CatalogueRow[], standing: Standing): boolean {
  const before = standing.product.data();
  if (!before) return false;
  const ownerOf = (sku: string) => standing.variants.get(sku)?.data()?.productId;
  if (rows.some(({ sku }) => ownerOf(sku) === undefined)) return true;
  const forSale = rows.filter(
    (row) => ownerOf(row.sku) === row.product && termsOf(row, standing).active,
  );
  return before.active && Math.min(...forSale.map(({ price }) => price)) > before.priceFrom;
}

const byId = <Document>(found: readonly DocumentSnapshot<Document>[]) =>
  new Map(found.map((one) => [one.id, one]));
