export { importCatalogue } from "./importCatalogue.ts";
export { placeOrder } from "./placeOrder.ts";
export { quote } from "./quote.ts";
export { receiveStock } from "./receiveStock.ts";
export { retireProduct } from "./retireProduct.ts";
