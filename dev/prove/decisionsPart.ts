import { proveDecisions } from "./decisions.ts";
import type { Part } from "./part.ts";

/** That no mutant of the functions that decide lives on. */
export const decisions: Part = async ({ modules, say }) => {
  const { made, killed, equivalent, survived } = await proveDecisions(
    modules.map((name) => `${name}/`),
  );
  say(`${made} mutants: ${killed} killed, ${equivalent} equivalent, ${survived.length} survived`);
  return survived;
};
