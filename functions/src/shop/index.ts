export { placeOrder } from "./placeOrder.ts";
export { quote } from "./quote.ts";
export { receiveStock } from "./receiveStock.ts";
export { removeReview } from "./removeReview.ts";
export { retireProduct } from "./retireProduct.ts";
