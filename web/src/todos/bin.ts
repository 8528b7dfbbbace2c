import type { Timestamp } from "firebase/firestore";

const DAY = 24 * 60 * 60 * 1000;

/** When what is in the bin since then is deleted for good. */
export const goneOn = (deletedAt: Timestamp): Date => new Date(deletedAt.toMillis() + 30 * DAY);
