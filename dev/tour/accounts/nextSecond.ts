import { setTimeout as pause } from "node:timers/promises";

/**
 * Lets a second go by, as people do. Firebase Authentication counts in whole ones: what happens to an
 * account within one is to it the same moment.
 */
export const nextSecond = (): Promise<void> => pause(1_100);
