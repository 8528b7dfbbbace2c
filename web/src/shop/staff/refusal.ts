import { KindlingError } from "kindling-client";

/** What is refused here already, as the back end would say it: why, and what to do, in a sentence. */
export const refusal = (code: string, reason: string, sentence: string): KindlingError =>
  new KindlingError(code, reason, sentence, {}, undefined);
