import { type Functions, httpsCallable } from "firebase/functions";
import type * as backend from "../../functions/src/index.ts";
import { KindlingError } from "./errors.ts";
import type { Shape } from "./shape.ts";

/** The callables of a module, told from its triggers by what can be done with them. */
type Callables<Module> = {
  [Name in keyof Module as Module[Name] extends { stream: unknown }
    ? Name
    : never]: Module[Name] extends {
    run(request: { data: infer Input }): Promise<infer Answer>;
  }
    ? (input: Shape<Input>) => Promise<Shape<Answer>>
    : never;
};

type Expanded<T> = T extends infer Known ? { [Key in keyof Known]: Known[Key] } : never;

const modules = (<T>(): T => undefined as never)<{
  [Module in keyof typeof backend]: Expanded<Callables<(typeof backend)[Module]>>;
}>();

/** What the back end exports, module by module: `(input) => Promise<answer>`. */
export type Modules = typeof modules;

const caller = (functions: Functions, name: string, timeout: number) => {
  const call = httpsCallable(functions, name, { timeout });
  return async (input: unknown): Promise<unknown> => {
    try {
      return (await call(input)).data;
    } catch (error) {
      throw KindlingError.from(error);
    }
  };
};

/**
 * A function for each callable of a module, inferred from the back end's own source: there is no
 * code per endpoint, and so none to forget. Each rejects with a `KindlingError`, also when no
 * answer comes within `timeout` milliseconds.
 */
export function callablesOf<Name extends keyof Modules>(
  functions: Functions,
  module: Name,
  timeout: number,
): Modules[Name] {
  const made = new Map<string, (input: unknown) => Promise<unknown>>();
  return new Proxy({} as Modules[Name], {
    get: (_, name) => {
      // What JavaScript itself looks for, on anything that is awaited or printed.
      if (typeof name !== "string" || name === "then" || name === "toJSON") return undefined;
      const call = made.get(name) ?? caller(functions, `${module}-${name}`, timeout);
      made.set(name, call);
      return call;
    },
  });
}
