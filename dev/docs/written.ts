import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.ts";
import type { Generated } from "./index.ts";

/** The document as it should be. Throws where it has no place for a part. */
export async function written(document: string, generated: readonly Generated[]): Promise<string> {
  let text = read(document);
  for (const one of generated.filter((it) => it.document === document)) {
    text = one.part ? withPart(text, one.part, await one.text()) : await one.text();
  }
  return text;
}

/** The document as it is; nothing, where there is none yet. */
export function read(document: string): string {
  try {
    return readFileSync(join(root, document), "utf8");
  } catch {
    return "";
  }
}

function withPart(text: string, part: string, made: string): string {
  const [start, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const [before, rest] = text.split(start);
  const [, after] = rest?.split(end) ?? [];
  if (after === undefined) throw new Error(`There is no ${start} … ${end} to write to.`);
  return `${before}${start}\n${made}\n${end}${after}`;
}
