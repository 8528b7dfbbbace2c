import { keepsToCallables } from "../support/access/callables.ts";
import { keepsToTable } from "../support/access/matrix.ts";
import { access } from "./access.ts";

describe("core: who may do what", () => {
  keepsToTable(access);
  keepsToCallables(access);
});
