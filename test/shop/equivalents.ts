import type { Equivalent } from "../../dev/prove/mutation.ts";

/** Mutants of the rules that are no mistakes. */
export const equivalents: Equivalent[] = [
  {
    where: "/products/{product} allow update",
    from: "isSignedIn()",
    to: "",
    because: "A rating moves with the review of who moves it alone, and the review's rule asks.",
  },
  {
    where: "/products/{product}/reviews/{uid} allow create",
    from: "create",
    to: "create, update",
    because:
      "A review that stands has stars: the rating never moves by all that it has afterwards.",
  },
  {
    where: "/products/{product}/reviews/{uid} allow create",
    from: "getAfter(/databases/$(database)/documents/products/$(product)).data.active",
    to: "get(/databases/$(database)/documents/products/$(product)).data.active",
    because: "A commit that moves a rating changes nothing else of the product.",
  },
  {
    where: "/products/{product}/reviews/{uid} hasBought()",
    from: "exists(/databases/$(database)/documents/users/$(uid)/purchases/$(product))",
    to: "existsAfter(/databases/$(database)/documents/users/$(uid)/purchases/$(product))",
    because: "No client writes a purchase.",
  },
  {
    where: "/users/{uid}/addresses/{address} allow create, update",
    from: "address.matches('[A-Za-z0-9_-]{1,40}')",
    to: "address.matches('[A-Za-z0-9_-]{0,40}')",
    because: "No document has an empty name.",
  },
];
