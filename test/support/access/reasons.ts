import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../../dev/paths.ts";

const MAP = "functions/src/index.ts";

/**
 * The reasons with which a callable ("shop-pay") may refuse whom it has let in: those in all that its code
 * mentions, and in all that is mentioned there. What it shares with others may hold some to which it never
 * comes itself.
 */
export function reasonsOf(callable: string): Set<string> {
  const reasons = new Set<string>();
  const seen = new Set<string>();
  const follow = (file: string, name: string): void => {
    const { declared, imported } = sourceOf(file);
    const text = declared.get(name);
    const elsewhere = imported.get(name);
    if (text === undefined && elsewhere) follow(elsewhere.file, elsewhere.name);
    if (text === undefined || seen.has(text)) return;
    seen.add(text);
    for (const [, reason = ""] of text.matchAll(/\brefuse\(\s*"[\w-]+",\s*"([\w-]+)"/g)) {
      reasons.add(reason);
    }
    for (const mentioned of mentionedIn(text)) follow(file, mentioned);
  };
  const [group = "", verb = ""] = callable.split("-");
  follow(indexOf(group), verb);
  return reasons;
}

function indexOf(group: string): string {
  const [, path = ""] = new RegExp(`export \\* as ${group} from "(.+)";`).exec(read(MAP)) ?? [];
  return join(dirname(MAP), path);
}

/**
 * Names that stand for themselves: no fields, no keys, nothing in a text. Of `callable` itself what it does
 * with a `limit` alone: the rest is the door.
 */
function mentionedIn(text: string): Set<string> {
  const code = text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""').replaceAll("...", " ");
  const mentioned = new Set(code.match(/(?<![.\w])[A-Za-z]\w*(?![\w:])/g));
  if (mentioned.delete("callable") && /\blimit:/.test(code)) mentioned.add("charge");
  return mentioned;
}

/** A file: the text of each thing that it declares, and what it has from elsewhere. */
interface Source {
  declared: Map<string, string>;
  imported: Map<string, { file: string; name: string }>;
}

const sources = new Map<string, Source>();

function sourceOf(file: string): Source {
  const known = sources.get(file);
  if (known) return known;
  const text = read(file).replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
  const source = { declared: declaredIn(text), imported: importedBy(file, text) };
  sources.set(file, source);
  return source;
}

function declaredIn(text: string): Map<string, string> {
  const starts = /^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+|\{[^}]*\})/gm;
  const lines = [...text.matchAll(/^(?=[^\s)}\]])/gm)].map(({ index }) => index);
  return new Map(
    [...text.matchAll(starts)].flatMap(({ index, 1: names = "" }) => {
      const whole = text.slice(
        index,
        lines.find((line) => line > index),
      );
      return (names.match(/\w+/g) ?? []).map((name) => [name, whole] as const);
    }),
  );
}

function importedBy(file: string, text: string): Source["imported"] {
  const lines = text.matchAll(/^(?:import|export) \{([^}]*)\} from "(\.[^"]+)";$/gm);
  const imported: Source["imported"] = new Map([["charge", LIMITS]]);
  for (const [, names = "", path = ""] of lines) {
    for (const [, name = "", alias = name] of names.matchAll(/(?:type )?(\w+)(?: as (\w+))?/g)) {
      imported.set(alias, { file: join(dirname(file), path), name });
    }
  }
  return imported;
}

/** `callable` counts by it, in the name of whoever says `limit`. */
const LIMITS = { file: "functions/src/core/limits.ts", name: "charge" };

const read = (path: string): string => readFileSync(join(root, path), "utf8");
