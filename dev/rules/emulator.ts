/** A remark of the emulator's on rules that it nevertheless took. */
export interface Issue {
  description: string;
  severity: string;
  sourcePosition: { line: number; column: number };
}

/** Gives a project of the emulator's its rules, forgetting what the former ones were asked. Answers what is odd. */
export async function putRules(host: string, project: string, content: string): Promise<Issue[]> {
  const answer = await fetch(`http://${host}/emulator/v1/projects/${project}:securityRules`, {
    method: "PUT",
    body: JSON.stringify({ rules: { files: [{ name: "firestore.rules", content }] } }),
  });
  if (!answer.ok) throw new Error(`The emulator refused the rules: ${await answer.text()}`);
  const { issues = [] } = (await answer.json()) as { issues?: Issue[] };
  return issues;
}

/** They are read in a moment; all of ours take the emulator a third of a second. */
export const NO_RULES =
  'rules_version = "2"; service cloud.firestore { match /none/{id} { allow read: if false; } }';

/** Takes a project's documents away, and what it keeps of the values that its rules have seen. */
export async function forgetProject(host: string, project: string): Promise<void> {
  const documents = `http://${host}/emulator/v1/projects/${project}/databases/(default)/documents`;
  await fetch(documents, { method: "DELETE" });
  await putRules(host, project, NO_RULES);
}

/** Puts the documents at `paths` into another project, as far as they are there. */
export async function copyDocuments(
  host: string,
  [from, to]: [from: string, to: string],
  paths: readonly string[],
): Promise<void> {
  const folderOf = (project: string) => `projects/${project}/databases/(default)/documents`;
  const ask = async <Answer>(project: string, method: string, body: object): Promise<Answer> => {
    const answer = await fetch(`http://${host}/v1/${folderOf(project)}:${method}`, {
      method: "POST",
      headers: { authorization: "Bearer owner" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`The emulator answered ${await answer.text()}`);
    return answer.json() as Answer;
  };
  const documents = paths.map((path) => `${folderOf(from)}/${path}`);
  const found = await ask<{ found?: { name: string; fields?: object } }[]>(from, "batchGet", {
    documents,
  });
  const writes = found.flatMap(({ found: document }) => {
    if (!document) return [];
    const { name, fields = {} } = document;
    return [{ update: { name: name.replace(folderOf(from), folderOf(to)), fields } }];
  });
  await ask(to, "commit", { writes });
}
