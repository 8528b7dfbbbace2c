export { send, sweep } from "./functions.ts";
export { sendAgain } from "./sendAgain.ts";
