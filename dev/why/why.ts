import { parseArgs } from "node:util";
import { whyDenied } from "../rules/rehearsal.ts";
import type { Running } from "../running.ts";
import { type AppRequest, METHODS, make, workOf } from "./request.ts";
import { tokenOf } from "./token.ts";

const USAGE = `npm run why -- <${METHODS.join("|")}> <path> [<json>] [--as <address or uid>]
  of a list: [--where 'field == value'] [--order 'field desc'] [--limit <n>] [--everywhere]`;

/**
 * Why `rules` deny on a platform what the words of the command ask for; nothing where they let it through.
 * It is tried on a copy, so nothing is written.
 */
export async function why(
  running: Running,
  rules: string,
  words: readonly string[],
): Promise<string | undefined> {
  const { as, ...request } = read(words);
  const work = workOf(request);
  const token = as === undefined ? undefined : await tokenOf(running, as);
  const { firestore: host } = running.hosts;
  return whyDenied({
    host,
    project: running.project,
    rules,
    documents: request.method === "list" ? [] : [request.path],
    ask: (project) => make(work, host, project, token),
  });
}

function read(words: readonly string[]): AppRequest & { as: string | undefined } {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      as: { type: "string" },
      where: { type: "string", multiple: true, default: [] },
      order: { type: "string", multiple: true, default: [] },
      limit: { type: "string" },
      everywhere: { type: "boolean", default: false },
    },
  });
  const [word, path, content = "{}"] = positionals;
  const method = METHODS.find((one) => one === word);
  if (!method || !path) throw new Error(USAGE);
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  return { ...values, as: values.as, method, path, content, limit };
}
