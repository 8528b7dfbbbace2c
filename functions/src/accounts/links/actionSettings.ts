import type { ActionCodeSettings } from "firebase-admin/auth";
import { appUrl } from "../../core/settings.ts";

/** Where a link that Firebase Authentication has made leads in the end: the app, if it is known. */
export const actionSettings = (): ActionCodeSettings | undefined =>
  appUrl.value() === "" ? undefined : { url: appUrl.value() };
