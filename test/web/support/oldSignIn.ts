import type { Page } from "playwright-core";

/**
 * The next call of a function comes with a token of somebody who has logged in ten minutes ago. The
 * emulator takes tokens for which nobody vouches.
 */
export const ageSignIn = (page: Page, callable: string): Promise<unknown> =>
  page.route(
    `**/${callable}`,
    (route) => {
      const headers = route.request().headers();
      const [head, payload = "", ...rest] = (headers.authorization ?? "").split(".");
      const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
      const aged = JSON.stringify({ ...claims, auth_time: claims.auth_time - 600 });
      const token = [head, Buffer.from(aged).toString("base64url"), ...rest].join(".");
      return route.continue({ headers: { ...headers, authorization: token } });
    },
    { times: 1 },
  );
