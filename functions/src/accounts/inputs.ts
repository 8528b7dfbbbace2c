import * as z from "zod";

// What the callables take. Documents: schema.ts.

/** Input of `deleteAccount`, `exportMyData` and `keepAccount`: they are about the caller. */
export const Nothing = z.strictObject({});
