/**
 * What goes wrong with a request. `500`, `429` and `drop-before` (the connection is closed): before
 * anything is done. `500-kept`: nothing is done either, and the answer is kept under the idempotency
 * key: the same again gets it again, for a day. `drop-after` (the same) and `hang` (no answer, until the caller gives up): all
 * is done, only the answer is missing.
 */
export type Trouble = "500" | "500-kept" | "429" | "drop-before" | "drop-after" | "hang";

export interface Fault {
  /** `GET` or `POST`; any, if it isn't given. */
  method?: string;
  /** A regular expression for the path; any, if it isn't given. */
  path?: string;
  /** The first of those requests that is hit, counted from 1. */
  nth?: number;
  /** How many are hit from there on. */
  times?: number;
  action: Trouble;
}

/** The faults that are still to come. */
export class Faults {
  #faults: { fault: Fault; seen: number }[] = [];

  add(fault: Fault): void {
    new RegExp(fault.path ?? "");
    this.#faults.push({ fault, seen: 0 });
  }

  clear(): void {
    this.#faults = [];
  }

  /** The trouble that this request gets into, if any; each fault counts the requests it is for. */
  take(method: string, path: string): Trouble | undefined {
    let trouble: Trouble | undefined;
    for (const one of this.#faults) {
      const { method: wanted = method, path: pattern = "", nth = 1, times = 1 } = one.fault;
      if (wanted !== method || !new RegExp(pattern).test(path)) continue;
      one.seen++;
      if (one.seen >= nth && one.seen < nth + times) trouble ??= one.fault.action;
    }
    return trouble;
  }
}
