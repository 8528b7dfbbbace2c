import { whyDenied } from "../../dev/rules/rehearsal.ts";
import { running } from "./firestore.ts";

/** A request that rules have refused. */
interface Refused {
  project: string;
  rules: string;
  url: string;
  method: string;
  authorization: string | null;
  body: string | null;
}

/** Those of the last requests, by the number that the refusal bears. */
const refused = new Map<number, Refused>();
const KEPT = 100;
let refusals = 0;

const NUMBERED = /\[refusal (\d+)\] /;

/** The rules of the projects whose refusals are numbered. */
const rulesOf = new Map<string, string>();
let isHooked = false;

/** Numbers from now on what the rules of a project refuse, so that it can be explained. */
export function noteRefusals(project: string, rules: string): void {
  if (!isHooked) globalThis.fetch = numbering(globalThis.fetch);
  isHooked = true;
  rulesOf.set(project, rules);
}

/**
 * What an error says and, where it is a refusal of the rules, which lines and expressions of theirs made it.
 * That takes the emulator seconds, and knows nothing of what the SDK of apps asks, which does not go by `fetch`.
 */
export async function explained(error: unknown): Promise<string> {
  const [mark = "", number] = NUMBERED.exec(String(error)) ?? [];
  const words = String(error).replace(mark, "");
  const request = refused.get(Number(number));
  if (!request) return words;
  const { project, rules, url, method, authorization, body } = request;
  // The SDK's other headers name the project.
  const headers: Record<string, string> = authorization ? { authorization } : {};
  const reason = await whyDenied({
    host: running.hosts.firestore,
    project,
    rules,
    documents: documentsIn(`${decodeURIComponent(url)} ${body}`, project),
    ask: async (stage) => {
      const moved = (text: string) => text.replaceAll(`/${project}/`, `/${stage}/`);
      const answer = await fetch(moved(url), { method, headers, body: body && moved(body) });
      return answer.status === 403 ? answer.text() : undefined;
    },
  });
  return `${words}\n${reason ?? "Asked once more, the rules let it through."}`;
}

function documentsIn(text: string, project: string): string[] {
  const names = text.matchAll(
    new RegExp(`/${project}/databases/\\(default\\)/documents/([^"?: ]+)`, "g"),
  );
  return [...names].map(([, path = ""]) => path).filter((path) => path.split("/").length % 2 === 0);
}

/** `fetch`, which notes what is refused. */
const numbering =
  (ask: typeof fetch): typeof fetch =>
  async (input, init = {}) => {
    const answer = await ask(input, init);
    const [, project = ""] = /\/v1\/projects\/([^/]+)\//.exec(String(input)) ?? [];
    const rules = rulesOf.get(project);
    if (answer.status !== 403 || rules === undefined) return answer;
    const number = refusals++;
    refused.set(number, {
      project,
      rules,
      url: String(input),
      method: init.method ?? "GET",
      authorization: new Headers(init.headers).get("authorization"),
      body: typeof init.body === "string" ? init.body : null,
    });
    refused.delete(number - KEPT);
    const text = await answer.text();
    return new Response(text.replace(/"message":\s*"/, `$&[refusal ${number}] `), answer);
  };
