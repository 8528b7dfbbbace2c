import assert from "node:assert/strict";
import {
  collection,
  type DocumentData,
  getDocs,
  limit,
  query,
  where,
} from "firebase/firestore/lite";
import { claimsOf, everybody, guarded, orderManagers, type Person } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import { wire } from "../../support/rulesWire.ts";
import * as good from "../support/rulesDocuments.ts";
import { type Asked, folderOf, listsBy } from "../support/rulesQueries.ts";

const { traveller, host } = good;
const stay = good.aStay("house");
const hidden = good.aStay("hidden");
const unlisted = { listed: false };
const rooms = "properties/house/roomTypes";
const hiddenRooms = "properties/hidden/roomTypes";

/** What the server alone writes. */
const kept: Record<string, DocumentData> = {
  [`${rooms}/double/availability/2027-05`]: good.availability(stay),
  "inventory/house_double_2027-05": good.inventory(stay),
  "properties/house/stayReviews/house": good.review(stay),
  "quotes/house": good.quote(stay),
  "bookings/house": good.booking(stay),
  "guestLists/house": good.guestList(stay, host),
  "bookingChanges/house": good.bookingChange(stay),
  "cancellationQuotes/house": good.cancellationQuote(),
  "references/7F3Q9X": good.reference(stay),
};

const ofHidden = {
  "properties/hidden": good.property(hidden, unlisted),
  [`${hiddenRooms}/double`]: good.roomType(hidden, unlisted),
  [`${hiddenRooms}/double/availability/2027-05`]: good.availability(hidden, unlisted),
};

/** Those who come nearest to what they may not. */
const tempted: readonly Person[] = [traveller, host, "admin", "forged-admin", "nobody"];

describe("travel rules: nothing leaks", () => {
  const { project, as } = guarded("travel-closed", {
    "properties/house": good.property(stay),
    [`${rooms}/double`]: good.roomType(stay),
    "guestLists/held": good.guestList(good.aStay("held"), null),
    ...ofHidden,
    ...kept,
  });
  const { get, create, update } = wire(project, claimsOf);
  const list = listsBy(wire(project, claimsOf));

  /** Exactly these people are let through. */
  const only = async (
    people: readonly Person[],
    attempt: (uid: string | undefined) => Promise<boolean>,
    who: readonly Person[] = everybody,
  ) => {
    const uidOf = (person: Person) => (person === "nobody" ? undefined : person);
    const outcomes = await Promise.all(who.map((person) => attempt(uidOf(person))));
    assert.deepEqual(
      who.filter((_, index) => outcomes[index]),
      who.filter((person) => people.includes(person)),
    );
  };
  const gets = (people: readonly Person[], path: string) => only(people, (uid) => get(uid, path));
  const lists = (people: readonly Person[], folder: string, asked: Asked = {}) =>
    only(people, (uid) => list(uid, folder, asked), people.length > 0 ? everybody : tempted);

  /** More than a page, all of it, and from somewhere in the middle. */
  const noMoreThanAPage = (folder: string, bound?: Asked["where"]) =>
    Promise.all(
      [{ limit: 51 }, { limit: Number.POSITIVE_INFINITY }, { offset: 1 }].map((asked) =>
        lists([], folder, { where: bound, ...asked }),
      ),
    );

  it("of who has booked: a booking is its traveller's, its host's and order managers' to see", async () => {
    const all: readonly Person[] = [traveller, host, ...orderManagers];
    await gets(all, "bookings/house");
    await gets(orderManagers, "bookings/there-is-none");
    await lists([traveller, ...orderManagers], "bookings", { where: ["uid", traveller] });
    await lists([host, ...orderManagers], "bookings", { where: ["hostId", host] });
    await lists(orderManagers, "bookings");
    await lists(orderManagers, "bookings", { where: ["reference", "7F3Q9X"] });
    await lists(orderManagers, "bookings", { where: ["propertyId", "house"] });
    await noMoreThanAPage("bookings");
    await noMoreThanAPage("bookings", ["uid", traveller]);
    await noMoreThanAPage("bookings", ["hostId", host]);
  });

  it("of who comes: its host knows from when it is confirmed, and nobody has a list", async () => {
    await gets([traveller], "guestLists/held");
    await gets([traveller, host], "guestLists/house");
    for (const bound of [undefined, ["uid", traveller], ["hostId", host]] as const) {
      await lists([], "guestLists", { where: bound });
    }
  });

  it("of what was asked: a quote is one's own, and so are other dates", async () => {
    await gets([traveller], "quotes/house");
    await lists([], "quotes", { where: ["uid", traveller] });
    await lists([], "quotes", { where: ["hostId", host] });
    await gets([traveller], "bookingChanges/house");
    await lists([traveller], "bookingChanges", { where: ["uid", traveller] });
    await lists([], "bookingChanges", { where: ["bookingId", "house"] });
    await lists([], "bookingChanges");
    await noMoreThanAPage("bookingChanges", ["uid", traveller]);
    await gets([], "cancellationQuotes/house");
    await gets([], "references/7F3Q9X");
  });

  it("of what is not listed: its host alone sees it, its rooms and its calendars", async () => {
    for (const path of Object.keys(ofHidden)) {
      const folder = folderOf(path);
      await gets([host], path);
      await lists([host], folder, { where: ["hostId", host] });
      await lists([], folder, { where: ["listed", false] });
      await lists([], folder, { where: ["city", "lisbon"] });
      await lists([], folder);
      const isListed = where("listed", "==", true);
      const found = await getDocs(query(collection(as("nobody"), folder), isListed, limit(50)));
      assert.deepEqual(
        found.docs.map(({ id }) => id),
        folder === "properties" ? ["house"] : [],
      );
    }
  });

  it("of what is listed, no more than a page at once, and the rest of its calendar to its host", async () => {
    for (const folder of ["properties", rooms, `${rooms}/double/availability`]) {
      await lists(everybody, folder, { where: ["listed", true] });
      await lists([host], folder, { where: ["hostId", host] });
      await noMoreThanAPage(folder, ["listed", true]);
      await noMoreThanAPage(folder, ["hostId", host]);
    }
    await lists(everybody, "properties/house/stayReviews");
    await noMoreThanAPage("properties/house/stayReviews");
    await gets([host], "inventory/house_double_2027-05");
    await lists([host], "inventory", { where: ["hostId", host] });
    await lists([], "inventory", { where: ["propertyId", "house"] });
    await lists([], "inventory");
    await noMoreThanAPage("inventory", ["hostId", host]);
  });

  it("by a query over everything of a name", async () => {
    const bounds = [undefined, ["listed", true], ["hostId", host], ["uid", traveller]] as const;
    for (const folder of [`${rooms}`, ...Object.keys(kept).map(folderOf)]) {
      await Promise.all(
        bounds.map((bound) => {
          const asked = { where: bound, everywhere: true } as const;
          return only([], (uid) => list(uid, folder, asked), tempted);
        }),
      );
    }
  });

  it("and no field of what the server writes is anybody's to write", async () => {
    for (const [path, document] of Object.entries(kept)) {
      const tried = Object.keys(document).map((field) =>
        only([], (uid) => update(uid, path, { [field]: past }), [traveller, host]),
      );
      await Promise.all(tried);
    }
  });

  it("and nothing is below what there is", async () => {
    const paths = [...Object.keys(kept), ...Object.keys(ofHidden), `${rooms}/double`];
    for (const path of paths) {
      await only([], (uid) => get(uid, `${path}/notes/one`), tempted);
      const note = { uid: traveller, hostId: host, listed: true };
      await only([], (uid) => create(uid, `${path}/notes/of-${uid}`, note), tempted);
    }
  });
});
