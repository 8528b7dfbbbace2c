/** A page is read from its top; back and forth in the history the browser knows where one was. */
export function arrive(): void {
  scrollTo({ top: 0, behavior: "instant" });
}
