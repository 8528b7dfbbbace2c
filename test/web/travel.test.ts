import assert from "node:assert/strict";
import { getDocs, limit, orderBy, query, where } from "firebase/firestore";
import { openApp, signIn } from "../../dev/app.ts";
import { payWith } from "../../dev/browser/card.ts";
import { logIn, signUp } from "../../dev/browser/device.ts";
import { addressFor, openPlace } from "../../dev/browser/hosting.ts";
import { dayAhead, goToBunk, hold, nameGuest, someNights } from "../../dev/browser/staying.ts";
import { attachmentOf, waitForMail } from "../../dev/mailbox.ts";
import { PASSWORD } from "../../dev/seed/people.ts";
import { running } from "../support/firestore.ts";
import { assertAccessible, useBrowser } from "./support/browser.ts";

const { inboxUrl } = running;

describe("web: travel", function () {
  this.timeout(180_000);
  const { device } = useBrowser();

  it("is found, held, paid by way of the bank, confirmed by mail, and cancelled for what was quoted", async () => {
    const page = await device();
    const email = await signUp(page, running);
    const { checkIn, checkOut } = someNights(2);
    await page.goto("/travel");
    await page.getByLabel("City").fill("Kyōto");
    await page.getByLabel("Check-in").fill(checkIn);
    await page.getByLabel("Check-out").fill(checkOut);
    await page.getByLabel("Guests").selectOption("1");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: "Hillside Bunkhouse" }).click();

    // Other days, by the keyboard alone: three nights from the same day.
    await page.locator(`[data-date="${checkIn}"]:not([aria-disabled])`).press("Enter");
    await page.getByText("Now choose the day of check-out.").waitFor();
    for (let night = 0; night < 3; night++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByText("3 nights.", { exact: false }).waitFor();
    await hold(page, "Ada Newcomer");
    await payWith(page, "asks");
    await page.getByRole("button", { name: "Approve" }).click();
    await page.getByText("The stay is yours.").waitFor();
    await assertAccessible(page);

    const reference = await page.locator(".reference").innerText();
    const mail = await waitForMail(inboxUrl, email, reference);
    assert.match(await attachmentOf(inboxUrl, mail, "stay.ics"), /BEGIN:VEVENT/);

    await page.getByRole("button", { name: "Cancel the stay" }).click();
    await page.getByText("Comes back (100 %)").waitFor();
    await page.getByRole("button", { name: /^Cancel, and get €/ }).click();
    await page.getByText(/on its way back to you|has been given back/).waitFor();
    await page.goto("/travel/trips");
    await page.getByRole("heading", { name: "Cancelled" }).waitFor();
    await page.getByRole("link", { name: "Hillside Bunkhouse" }).waitFor();
  });

  it("lapses before the eyes of who does not pay, and is searched for again", async () => {
    const page = await device();
    await signUp(page, running);
    await page.clock.install();
    const nights = someNights(1);
    await goToBunk(page, nights);
    await hold(page, "Ada Newcomer");
    await page.clock.fastForward("09:00");
    await page.getByText("1 minute left.").waitFor({ state: "attached" });
    await page.clock.fastForward("01:30");
    await page.getByText("The time to pay this stay is over").waitFor();
    assert.equal(await page.getByRole("timer").count(), 0);
    const again = await page.getByRole("link", { name: "Search again" }).getAttribute("href");
    const wish = { city: "kyoto", ...nights, guests: "1", rooms: "1" };
    assert.equal(again, `/travel?${new URLSearchParams(wish)}`);
  });

  it("can be paid with another card after one was declined, and moved to longer dates for the difference", async () => {
    const page = await device();
    await signUp(page, running);
    await goToBunk(page, someNights(2));
    await hold(page, "Ada Newcomer");
    await payWith(page, "declined");
    await page.getByRole("alert").getByText("declined").waitFor();
    await page.getByRole("timer").waitFor();
    await payWith(page, "pays");
    await page.getByText("The stay is yours.").waitFor();

    await page.getByRole("button", { name: "Change dates" }).click();
    const chosen = page.locator('.day[aria-pressed="true"]');
    const last = await chosen.last().getAttribute("data-date");
    await chosen.first().click();
    await page.locator(`[data-date="${last}"]`).press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByText(/more, to be paid within ten minutes/).waitFor();
    await page.getByRole("button", { name: "Hold these dates" }).click();
    await page.getByText("These dates are held for you for").waitFor();
    await payWith(page, "pays");
    await page.getByText("Moved to other dates").waitFor();
    await page.getByText("3 nights", { exact: true }).waitFor();
  });

  it("shows guests by itself what a host sets for days: another price, and that they are closed", async () => {
    const host = await device();
    await signUp(host, running);
    await openPlace(host, "instant");
    const address = await addressFor(host);
    await host.getByRole("link", { name: "Calendar and prices" }).click();
    await host.getByRole("button", { name: "Later month" }).click();
    await host.getByRole("button", { name: /^\w+ 10 \w+, €80/ }).click();
    await host.getByRole("button", { name: /^\w+ 12 \w+, €80/ }).click();
    await host.getByLabel("Price of a night, in euros").first().fill("95");
    await host.getByRole("button", { name: "Set these days" }).click();
    await host.getByText("3 days are set.").waitFor();

    const guest = await device();
    await guest.goto(address);
    await guest.getByRole("button", { name: "Later month" }).click();
    await guest.getByRole("button", { name: /^\w+ 11 \w+, €95/ }).waitFor();
    await host.getByLabel("To be booked").selectOption("closed");
    await host.getByLabel("Price of a night, in euros").first().fill("");
    await host.getByRole("button", { name: "Set these days" }).click();
    await guest.getByRole("button", { name: /^\w+ 11 \w+, sold out or closed/ }).waitFor();
    await assertAccessible(host);
  });

  it("asks a host who is asked first, and shows both by itself what the other does", async () => {
    const [guest, host] = await Promise.all([device(), device()]);
    await signUp(host, running);
    const name = await openPlace(host, "on_request");
    const email = await signUp(guest, running);
    const wish = new URLSearchParams({ checkIn: dayAhead(0), checkOut: dayAhead(1) });
    await guest.goto(`${await addressFor(host)}?${wish}`);
    await guest.getByRole("button", { name: "Ask the host" }).click();
    await guest.getByText("The host has been asked").waitFor();

    await host.goto("/travel/host");
    await host.getByRole("link", { name: `Attic, ${name}` }).waitFor();
    await host.getByRole("button", { name: "Accept" }).click();
    await host.getByText("Nobody waits for an answer.").waitFor();
    await waitForMail(inboxUrl, email, "can have you");
    await guest.getByRole("timer").waitFor();
    await nameGuest(guest, "Ada Newcomer");
    await payWith(guest, "pays");

    await guest.getByText("The stay is yours.").waitFor();
    await host.getByRole("button", { name: "Check in" }).click();
    await guest.getByText("Welcome.").waitFor();
    await host.getByLabel("Reference").fill(await guest.locator(".reference").innerText());
    await host.getByRole("button", { name: "Find" }).click();
    await host.getByText("Ada Newcomer").waitFor();
    await assertAccessible(host);
  });

  it("tells an order manager how many rooms are taken in all places, and a host of one nothing of it", async () => {
    const [staff, host] = await Promise.all([device(), device()]);
    await logIn(staff, "orders@example.com");
    await staff.goto("/staff/occupancy");
    const nights = staff.getByRole("table", { name: "Rooms taken a night" }).getByRole("row");
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format();
    const rooms = await roomsTaken(today);
    assert.ok(rooms > 0);
    await nights
      .first()
      .getByText(rooms === 1 ? "1 room" : `${rooms} rooms`)
      .waitFor();
    assert.equal(await nights.count(), 14);

    await logIn(host, "host@example.com");
    await host.goto("/staff/occupancy");
    await host.getByText("This is for staff").waitFor();
    assert.equal(await host.getByRole("table").count(), 0);
  });
});

/** As an order manager counts them, of the stays that have begun last. */
async function roomsTaken(night: string): Promise<number> {
  const app = openApp(running);
  try {
    await signIn(app, "orders@example.com", PASSWORD);
    const begun = query(
      app.travel.documents.bookings,
      where("checkIn", "<=", night),
      orderBy("checkIn", "desc"),
      limit(50),
    );
    return (await getDocs(begun)).docs
      .map((stay) => stay.data())
      .filter(({ state, checkOut }) => /confirmed|checked_in/.test(state) && checkOut > night)
      .reduce((sum, { rooms }) => sum + rooms, 0);
  } finally {
    await app.close();
  }
}
