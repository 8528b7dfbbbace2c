export { send, sweep } from "./functions.ts";
