/** A text, and what of it is selected. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** What is put in place of `start` to `end`, and what is selected of it then. */
export interface Insertion {
  start: number;
  end: number;
  insert: string;
  select: readonly [number, number];
}

export type Format = (selected: Selected) => Insertion;

/** Puts marks around what is selected, or takes them off again: `**strong**`. */
export const around =
  (mark: string, sample: string): Format =>
  ({ text, start, end }) => {
    const chosen = text.slice(start, end);
    const isMarked =
      text.slice(start - mark.length, start) === mark &&
      text.slice(end, end + mark.length) === mark;
    if (isMarked) {
      const from = start - mark.length;
      return {
        start: from,
        end: end + mark.length,
        insert: chosen,
        select: [from, from + chosen.length],
      };
    }
    const inner = chosen || sample;
    const from = start + mark.length;
    return {
      start,
      end,
      insert: `${mark}${inner}${mark}`,
      select: [from, from + inner.length],
    };
  };

/** Puts something before each line of the selection, or takes it off: `> quoted`, `- listed`. */
export const before =
  (prefix: (line: number) => string): Format =>
  ({ text, start, end }) => {
    const from = text.lastIndexOf("\n", start - 1) + 1;
    const next = text.indexOf("\n", end);
    const to = next === -1 ? text.length : next;
    const lines = text.slice(from, to).split("\n");
    const isMarked = lines.every((line, index) => line.startsWith(prefix(index)));
    const insert = lines
      .map((line, index) =>
        isMarked ? line.slice(prefix(index).length) : `${prefix(index)}${line}`,
      )
      .join("\n");
    return { start: from, end: to, insert, select: [from + insert.length, from + insert.length] };
  };

/** A link or a picture around what is selected; its address is selected, to be filled in. */
export const linked =
  (opening: "[" | "![", sample: string): Format =>
  ({ text, start, end }) => {
    const address = "https://";
    const head = `${opening}${text.slice(start, end) || sample}](`;
    const from = start + head.length;
    return { start, end, insert: `${head}${address})`, select: [from, from + address.length] };
  };
