import { explained } from "./denial.ts";
import { copyDocuments, forgetProject, putRules } from "./emulator.ts";
import { evaluationOf } from "./evaluation.ts";

export interface Rehearsal {
  /** Of the Firestore emulator. */
  host: string;
  /** Where the documents are. */
  project: string;
  rules: string;
  /** The paths of the documents that the request is about. */
  documents: readonly string[];
  /** Makes the request to another project. Answers what the emulator says where it is denied. */
  ask: (project: string) => Promise<string | undefined>;
}

let rehearsals = 0;

/**
 * Why a request is denied, in words; nothing where it is let through. It is made to a project of its own,
 * with the documents that it is about and those that the rules look up for it: so it is the only one that
 * these rules were asked, and nothing that it writes stays.
 */
export async function whyDenied({
  host,
  project,
  rules,
  documents,
  ask,
}: Rehearsal): Promise<string | undefined> {
  const known = new Set(documents);
  for (;;) {
    const stage = `demo-why-${process.pid}-${rehearsals++}`;
    try {
      await putRules(host, stage, rules);
      await copyDocuments(host, [project, stage], [...known]);
      const message = await ask(stage);
      const evaluation = await evaluationOf(host, stage);
      const missing = evaluation.lookedFor.filter((path) => !known.has(path));
      if (missing.length === 0) return message && explained(message, evaluation);
      for (const path of missing) known.add(path);
    } finally {
      await forgetProject(host, stage);
    }
  }
}
