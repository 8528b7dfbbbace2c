/** Days that are chosen one after the other; "" is not chosen yet. */
export interface Range {
  from: string;
  until: string;
}

/** What is chosen once another day is picked: it ends what was begun, or begins anew. */
export const picked = ({ from, until }: Range, date: string): Range =>
  from && !until && date > from ? { from, until: date } : { from: date, until: "" };

export const isWithin = ({ from, until }: Range, date: string): boolean =>
  date === from || (from !== "" && from <= date && date <= until);
