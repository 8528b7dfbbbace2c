import {
  type CollectionReference,
  type DocumentReference,
  doc,
  type Firestore,
  limit,
  orderBy,
  type Query,
  type QueryConstraint,
  query,
  where,
} from "firebase/firestore";
import type * as money from "../../functions/src/core/payments/schema.ts";
import { keywordsOf } from "../../functions/src/shop/catalogue/keywords.ts";
import type * as ordering from "../../functions/src/shop/order/schema.ts";
import type * as shop from "../../functions/src/shop/schema.ts";
import { converterWith, newest, typed } from "./documents.ts";
import { shapeOf } from "./shape.ts";

const product = shapeOf<shop.Product>();
const variant = shapeOf<shop.Variant>();
const cart = shapeOf<shop.Cart>();
const address = shapeOf<shop.Address>();
const order = shapeOf<ordering.Order>();
const review = shapeOf<shop.Review>();
const purchase = shapeOf<shop.Purchase>();
const coupon = shapeOf<shop.Coupon>();
const stock = shapeOf<shop.Stock>();
const stockMovement = shapeOf<shop.StockMovement>();
const payment = shapeOf<money.Payment>();
const refund = shapeOf<money.Refund>();
export type Product = typeof product;
export type Variant = typeof variant;
export type Cart = typeof cart;
export type Address = typeof address;
export type Order = typeof order;
export type Review = typeof review;
export type Purchase = typeof purchase;
export type OrderState = Order["state"];
export type Coupon = typeof coupon;
export type Stock = typeof stock;
export type StockMovement = typeof stockMovement;
export type Payment = typeof payment;
export type Refund = typeof refund;

/** What to look for in the catalogue. `keyword` is one word; prices in minor units. */
export interface CatalogueFilter {
  category?: string;
  keyword?: string;
  minPrice?: number;
  maxPrice?: number;
  /** At most 50. */
  pageSize?: number;
}

const cartConverter = converterWith<Cart>({ lines: {} });

const reviewsAt = (db: Firestore, productId: string): CollectionReference<Review, Review> =>
  typed<Review>(db, `products/${productId}/reviews`);

/** The shop's documents that clients may read or write; the rules say which of it. */
export const shopDocuments = (db: Firestore) => ({
  products: typed<Product>(db, "products"),
  variants: typed<Variant>(db, "variants"),
  orders: typed<Order>(db, "orders"),
  coupons: typed<Coupon>(db, "coupons"),
  /** For inventory managers: how many there are, by SKU. */
  stock: typed<Stock>(db, "stock"),
  payments: typed<Payment>(db, "payments"),
  refunds: typed<Refund>(db, "refunds"),
  cart: (uid: string): DocumentReference<Cart, Cart> =>
    doc(typed<Cart>(db, "carts", cartConverter), uid),
  addresses: (uid: string): CollectionReference<Address, Address> =>
    typed<Address>(db, `users/${uid}/addresses`),
  /** What was delivered to a customer, by product: what they may review. */
  purchases: (uid: string): CollectionReference<Purchase, Purchase> =>
    typed<Purchase>(db, `users/${uid}/purchases`),
  /** The reviews of a product, by uid. To write one: `review`, which moves the rating with it. */
  reviews: (productId: string): CollectionReference<Review, Review> => reviewsAt(db, productId),

  /** Active products, cheapest first. Page on with `startAfter(lastSnapshot)`. */
  catalogue: ({
    category,
    keyword,
    minPrice,
    maxPrice,
    pageSize = 20,
  }: CatalogueFilter = {}): Query<Product, Product> => {
    const wanted: (QueryConstraint | false)[] = [
      where("active", "==", true),
      category !== undefined && where("category", "==", category),
      keyword !== undefined && where("keywords", "array-contains", keywordsOf(keyword)[0] ?? ""),
      minPrice !== undefined && where("priceFrom", ">=", minPrice),
      maxPrice !== undefined && where("priceFrom", "<=", maxPrice),
      orderBy("priceFrom"),
      limit(pageSize),
    ];
    return query(typed<Product>(db, "products"), ...wanted.filter((part) => part !== false));
  },

  /** What of a product is for sale, 50 at a time. Page on with `startAfter(lastSnapshot)`. */
  variantsOf: (productId: string): Query<Variant, Variant> =>
    query(
      typed<Variant>(db, "variants"),
      where("productId", "==", productId),
      where("active", "==", true),
      limit(50),
    ),

  /** What buyers say of a product, newest first. Page on with `startAfter(lastSnapshot)`. */
  reviewsOf: (productId: string, pageSize = 20): Query<Review, Review> =>
    query(reviewsAt(db, productId), orderBy("createdAt", "desc"), limit(pageSize)),

  /** A customer's orders, newest first. */
  ordersOf: (uid: string, pageSize = 20): Query<Order, Order> =>
    newest(typed<Order>(db, "orders"), "placedAt", pageSize, where("uid", "==", uid)),

  /** A customer's payments, newest first. */
  paymentsOf: (uid: string, pageSize = 20): Query<Payment, Payment> =>
    newest(typed<Payment>(db, "payments"), "createdAt", pageSize, where("uid", "==", uid)),

  /** What a customer has been given back, or will be; newest first. */
  refundsOf: (uid: string, pageSize = 20): Query<Refund, Refund> =>
    newest(typed<Refund>(db, "refunds"), "createdAt", pageSize, where("uid", "==", uid)),

  /** For order managers: all orders that are in a state, newest first. */
  ordersIn: (state: OrderState, pageSize = 20): Query<Order, Order> =>
    newest(typed<Order>(db, "orders"), "placedAt", pageSize, where("state", "==", state)),

  /** For inventory managers: what came and went of a SKU, newest first. */
  stockMovementsOf: (sku: string, pageSize = 20): Query<StockMovement, StockMovement> =>
    newest(typed<StockMovement>(db, "stockMovements"), "at", pageSize, where("sku", "==", sku)),

  /** For order managers: all coupons, newest first. */
  newestCoupons: (pageSize = 20): Query<Coupon, Coupon> =>
    newest(typed<Coupon>(db, "coupons"), "createdAt", pageSize),
});

export type ShopDocuments = ReturnType<typeof shopDocuments>;
