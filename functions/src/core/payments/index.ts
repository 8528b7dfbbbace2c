export { reconcile, refund, webhook } from "./functions.ts";
