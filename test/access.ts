/** Who may do what: one line per module. */
export { access as accounts } from "./accounts/access.ts";
export { access as content } from "./content/access.ts";
export { access as core } from "./core/access.ts";
export { access as shop } from "./shop/access.ts";
export { access as todos } from "./todos/access.ts";
export { access as travel } from "./travel/access.ts";
