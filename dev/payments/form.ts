/** What a form says, its brackets as nesting: `metadata[order]=1` is `{ metadata: { order: "1" } }`. */
export interface Form {
  [name: string]: string | Form;
}

export function parseForm(body: string): Form {
  const form = empty();
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.replaceAll("]", "").split("[");
    const last = path.pop() ?? "";
    let target = form;
    for (const step of path) {
      const known = target[step];
      const next = typeof known === "object" ? known : empty();
      target[step] = next;
      target = next;
    }
    target[last] = value;
  }
  return form;
}

// Without a prototype, `__proto__` is a name like any other.
const empty = (): Form => Object.create(null);
