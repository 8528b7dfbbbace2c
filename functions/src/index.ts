/** The map of the back end: one line per module. A function's name is `<module>-<export>`. */
import "./core/start.ts";

export * as mail from "./core/mail/index.ts";
export * as shop from "./shop/index.ts";
