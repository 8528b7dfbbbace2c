import type { Page } from "playwright-core";
import {
  dayAhead,
  goToBunk,
  hold,
  idOfPlace,
  idOfRoom,
  idOfStay,
  someNights,
} from "../browser/staying.ts";
import type { Screen } from "./screen.ts";

const customer = "customer@example.com";
const host = "host@example.com";

const shown = (page: Page, words: string) => page.getByText(words).first().waitFor();
const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().waitFor();

const house = idOfPlace("lisbon", "seven-steps");
const courtyard = idOfRoom("lisbon", "seven-steps", "courtyard");
const stay = { checkIn: dayAhead(60), checkOut: dayAhead(63) };
const search = (city: string) => `/travel?${new URLSearchParams({ city, ...stay, guests: "2" })}`;

/** Opens a stay that is held; holds one where none is, since so many can be held in an hour. */
async function openHeld(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Past" }).waitFor();
  const held = page.getByRole("listitem").filter({ hasText: "Held" }).getByRole("link");
  if ((await held.count()) > 0) {
    await held.first().click();
    await page.getByRole("timer").waitFor();
  } else {
    await goToBunk(page, someNights(2));
    await hold(page, "Ada Newcomer");
  }
}

export const screens: readonly Screen[] = [
  {
    name: "travel",
    path: "/travel",
    ready: (page) => button(page, "Show more"),
  },
  {
    name: "travel-search",
    path: search("lisbon"),
    ready: (page) => page.getByRole("link", { name: "Seven Steps House" }).waitFor(),
  },
  {
    name: "travel-nothing-found",
    path: search("atlantis"),
    ready: (page) => shown(page, "Nobody hosts in Atlantis yet"),
  },
  {
    name: "travel-place",
    isShown: true,
    path: `/travel/places/${house}?${new URLSearchParams({ ...stay, room: courtyard })}`,
    as: customer,
    async ready(page) {
      await button(page, "Hold it for ten minutes");
      await button(page, /€/);
    },
  },
  {
    name: "travel-held",
    isShown: true,
    path: "/travel/trips",
    as: customer,
    ready: openHeld,
  },
  {
    name: "travel-requested",
    path: `/travel/bookings/${idOfStay("kyoto", "three-lanterns", "customer", 33)}`,
    as: customer,
    ready: (page) => shown(page, "The host has been asked"),
  },
  {
    name: "travel-confirmed",
    path: `/travel/bookings/${idOfStay("lisbon", "seven-steps", "customer", 24)}`,
    as: customer,
    async ready(page) {
      await page.getByRole("button", { name: "Change dates" }).click();
      await button(page, /€/);
    },
  },
  {
    name: "travel-cancelling",
    path: `/travel/bookings/${idOfStay("edinburgh", "printers-close", "customer", 61)}`,
    as: customer,
    async ready(page) {
      await page.getByRole("button", { name: "Cancel the stay" }).click();
      await shown(page, "Comes back");
    },
  },
  {
    name: "travel-completed",
    path: `/travel/bookings/${idOfStay("lisbon", "seven-steps", "customer", -31)}`,
    as: customer,
    ready: (page) => shown(page, "What you say of it"),
  },
  {
    name: "travel-trips",
    path: "/travel/trips",
    as: customer,
    ready: (page) => page.getByRole("heading", { name: "Past" }).waitFor(),
  },
  {
    name: "travel-host",
    isShown: true,
    path: "/travel/host",
    as: host,
    async ready(page) {
      await button(page, "Accept");
      await page.getByRole("link", { name: "The Drying Loft", exact: true }).waitFor();
    },
  },
  {
    name: "travel-host-stay",
    path: `/travel/host/bookings/${idOfStay("lisbon", "seven-steps", "customer", 24)}`,
    as: host,
    ready: (page) => shown(page, "Who comes"),
  },
  {
    name: "travel-host-place",
    path: `/travel/host/places/${house}`,
    as: host,
    ready: (page) => page.getByRole("figure").first().waitFor(),
  },
  {
    name: "travel-host-room",
    path: `/travel/host/places/${house}/rooms/${courtyard}`,
    as: host,
    async ready(page) {
      await page.getByRole("button", { name: "Later month" }).click();
      await page.getByRole("button", { name: /^\w+ 10 \w+, €/ }).click();
      await page.getByRole("button", { name: /^\w+ 14 \w+, €/ }).click();
      await button(page, "Set these days");
    },
  },
  {
    name: "travel-host-new",
    path: "/travel/host/new",
    as: host,
    ready: (page) => page.getByLabel("Time zone").waitFor(),
  },
  {
    name: "travel-host-new-room",
    path: `/travel/host/places/${house}/rooms/new`,
    as: host,
    ready: (page) => page.getByLabel("Guests in one").waitFor(),
  },
  {
    name: "travel-host-edit",
    path: `/travel/host/places/${house}/edit`,
    as: host,
    ready: (page) => page.getByLabel("Street and number").waitFor(),
  },
  {
    name: "travel-staff-occupancy",
    path: "/staff/occupancy",
    as: "orders@example.com",
    ready: (page) => page.getByText("Rooms taken a night").first().waitFor(),
  },
];
