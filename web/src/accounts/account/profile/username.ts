import { usernameProblem } from "kindling-client";
import { useEffect, useState } from "preact/hooks";
import { accounts } from "../../../core/backend.ts";
import { useDocument } from "../../../core/live.ts";

/** Milliseconds without a key, until somebody is done with a word. */
const REST = 400;

/** What is to be said of a name while it is typed: whether somebody may have it, and whether it is free. */
export function useUsername(name: string, uid: string): { hint?: string; wrong?: string } {
  const problem = usernameProblem(name);
  const asked = useSettled(name) === name && problem === undefined;
  const claim = useDocument(asked ? accounts.documents.username(name) : null);

  if (name.length < 3) return { hint: "Three to 20 letters, digits or _, a letter first." };
  if (problem) return { wrong: `Username ${problem}.` };
  if (!asked || claim.isLoading) return { hint: "Looking whether it is free …" };
  if (claim.data && claim.data.uid !== uid)
    return { wrong: "Somebody else has it. Choose another." };
  if (claim.data) return { hint: "This is yours." };
  return claim.problem ? {} : { hint: "It is free." };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
