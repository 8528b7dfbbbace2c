import type { Form } from "./form.ts";
import { invalid } from "./refusal.ts";

/** Refuses what the provider would not know, and what of it is not played here. */
export function allowOnly(form: Form, ...names: string[]): void {
  const unknown = Object.keys(form).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw invalid("parameter_unknown", `Received unknown parameter: ${unknown}`, unknown);
}

export function textIn(form: Form, name: string): string | undefined {
  const value = form[name];
  if (typeof value === "object") throw invalid("parameter_invalid_string", "Not a text.", name);
  return value === "" ? undefined : value;
}

export function requiredText(form: Form, name: string): string {
  const value = textIn(form, name);
  if (value !== undefined) return value;
  throw invalid("parameter_missing", `Missing required param: ${name}.`, name);
}

export function oneOf(form: Form, name: string, choices: readonly string[]): string | undefined {
  const value = textIn(form, name);
  if (value === undefined || choices.includes(value)) return value;
  throw invalid(undefined, `Invalid ${name}: must be one of ${choices.join(", ")}`, name);
}

/** Three letters, in lower case. */
export function currencyIn(form: Form): string {
  const currency = requiredText(form, "currency").toLowerCase();
  if (/^[a-z]{3}$/.test(currency)) return currency;
  throw invalid("parameter_invalid_string", `Invalid currency: ${currency}`, "currency");
}

function integerIn(form: Form, name: string): number | undefined {
  const value = textIn(form, name);
  if (value === undefined) return undefined;
  if (/^-?\d{1,12}$/.test(value)) return Number(value);
  throw invalid("parameter_invalid_integer", `Invalid integer: ${value}`, name);
}

/** A count or an amount: 1 or more. */
export function positiveIn(form: Form, name: string): number | undefined {
  const value = integerIn(form, name);
  if (value === undefined || value >= 1) return value;
  throw invalid(
    "parameter_invalid_integer",
    "This value must be greater than or equal to 1.",
    name,
  );
}

/** At most 50 entries, their names of up to 40 and their values of up to 500 characters. */
export function metadataIn(form: Form): Record<string, string> {
  const { metadata = {} } = form;
  if (metadata === "") return {};
  if (typeof metadata === "string") throw invalid(undefined, "Invalid object", "metadata");
  const entries = Object.entries(metadata);
  const broken = entries.find(
    ([name, value]) => typeof value !== "string" || name.length > 40 || value.length > 500,
  );
  if (broken) throw invalid(undefined, `Invalid metadata: ${broken[0]}`, `metadata[${broken[0]}]`);
  if (entries.length > 50) throw invalid(undefined, "Metadata has over 50 keys.", "metadata");
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
