/** What is tried: one line per module. */
export { attacks as accounts } from "./accounts/attacks.ts";
export { attacks as content } from "./content/attacks.ts";
export { attacks as core } from "./core/attacks.ts";
export { attacks as shop } from "./shop/attacks.ts";
export { attacks as todos } from "./todos/attacks.ts";
export { attacks as travel } from "./travel/attacks.ts";
