/** A value of the rules as the emulator reports it: `{ stringValue: "tea" }`. */
export type Value = Record<string, unknown>;

const LONGEST = 160;

/** As it would stand in the rules, cut where it is long. */
export function shown(value: Value): string {
  const text = written(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What a path leads through, from the top of the database. */
export function namesIn({ pathValue }: Value): string[] {
  const { segments = [] } = (pathValue ?? {}) as { segments?: { simple?: string }[] };
  return segments.slice(3).map(({ simple }) => simple ?? "");
}

function written(value: Value): string {
  const [[type, content] = []] = Object.entries(value);
  switch (type) {
    case "stringValue":
      return JSON.stringify(content);
    case "nullValue":
      return "null";
    case "listValue":
    case "setValue":
      return `[${((content as { values?: Value[] }).values ?? []).map(written).join(", ")}]`;
    case "mapValue":
      return `{${Object.entries((content as { fields?: Record<string, Value> }).fields ?? {})
        .map(([name, field]) => `${name}: ${written(field)}`)
        .join(", ")}}`;
    case "pathValue":
      return namesIn(value).join("/");
    default:
      return typeof content === "object" ? JSON.stringify(content) : String(content);
  }
}
