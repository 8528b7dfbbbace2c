export { placeOrder } from "./placeOrder.ts";
export { quote } from "./quote.ts";
export { retireProduct } from "./retireProduct.ts";
