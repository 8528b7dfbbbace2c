import type { Page } from "playwright-core";

/**
 * What the SDK takes of Google's own script, which carries messages between the page and the frame of
 * Firebase Authentication in it. The emulator has the frame and the window, and not the script: with
 * this one nothing is asked of the internet.
 */
const SCRIPT = `{
  const handlers = new Map();
  const early = [];
  const asked = [];
  const answer = async ({ type, message, id }, from) => {
    const result = await handlers.get(type)(message);
    from.postMessage({ gapi: "answer", id, result }, "*");
  };
  addEventListener("message", ({ data, source }) => {
    if (data?.gapi === "ask") handlers.has(data.type) ? answer(data, source) : early.push([data, source]);
    // The SDK throws when it has heard the answer, and the script of Google makes nothing of it.
    if (data?.gapi === "answer") try { asked[data.id]([data.result]); } catch {}
  });
  const frameOf = (window) => ({
    register(type, handler) {
      handlers.set(type, handler);
      for (const [ask, source] of early.splice(0)) answer(ask, source);
    },
    send(type, message, hear) {
      window.postMessage({ gapi: "ask", type, message, id: asked.push(hear) - 1 }, "*");
    },
    restyle: async () => {},
    ping: async (hear) => hear(),
  });
  const open = ({ url, where }, opened) => new Promise((resolve) => {
    const frame = Object.assign(document.createElement("iframe"), { src: url, hidden: true });
    frame.onload = () => resolve(opened(frameOf(frame.contentWindow)));
    where.append(frame);
  });
  const getContext = () => ({ open, getParentIframe: () => frameOf(parent) });
  window.gapi = { load: (_, { callback }) => callback(), iframes: { getContext } };
  window[new URL(document.currentScript.src).searchParams.get("onload") ?? "gapi_onload"]?.();
}`;

/** Lets Google's window be opened on somebody's device. */
export async function allowGoogle(page: Page): Promise<void> {
  const context = page.context();
  await context.route(/^https:/, (route) => route.abort());
  await context.route("https://apis.google.com/js/api.js*", (route) =>
    route.fulfill({ contentType: "text/javascript", body: SCRIPT }),
  );
}

/** Presses a button that opens Google's window, and goes on there with an account that is new to it. */
export async function useGoogle(page: Page, button: string, email: string): Promise<void> {
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: button }).click();
  const window = await opened;
  await window.getByRole("button", { name: "Add new account" }).click();
  await window.locator("#email-input").fill(email);
  await window.getByRole("button", { name: "Sign in with Google" }).click();
}
