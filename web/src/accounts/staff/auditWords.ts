/** An action of the audit trail as it is read: "role-set-to-order_manager", "travel.cancelAsHost". */
export function actionWords(action: string): string {
  const words = action
    .replace(/^\w+\./, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_]/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The uid of whose account a path is; undefined, where it is of something else. */
export const personIn = (subject: string): string | undefined =>
  /^(?:accounts|staff|users)\/([^/]+)$/.exec(subject)?.[1];
