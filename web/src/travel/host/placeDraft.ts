import type { Property } from "kindling-client";
import { citySlug } from "../city.ts";
import { euros, minorUnits } from "./amounts.ts";

/** A place as a form has it: texts. */
export interface PlaceDraft {
  name: string;
  description: string;
  address: string;
  photo: string;
  amenities: string;
  checkInFrom: string;
  checkOutUntil: string;
  mode: string;
  policy: string;
  cleaningFee: string;
  taxPercent: string;
}

/** What of a place stays as it was made, since its calendars are by it. */
export interface Whereabouts {
  city: string;
  country: string;
  timeZone: string;
}

export const newPlace: PlaceDraft = {
  name: "",
  description: "",
  address: "",
  photo: "",
  amenities: "",
  checkInFrom: "15:00",
  checkOutUntil: "11:00",
  mode: "instant",
  policy: "moderate",
  cleaningFee: "0.00",
  taxPercent: "0",
};

export const draftOfPlace = (property: Property): PlaceDraft => ({
  name: property.name,
  description: property.description,
  address: property.address,
  photo: property.photo ?? "",
  amenities: property.amenities.join(", "),
  checkInFrom: property.checkInFrom,
  checkOutUntil: property.checkOutUntil,
  mode: property.mode,
  policy: property.policy,
  cleaningFee: euros(property.cleaningFee),
  taxPercent: String(property.taxBasisPoints / 100),
});

/** What guests are told of a place, and the terms of later quotes: its host may write it at any time. */
export const placeOf = (draft: PlaceDraft) => ({
  name: draft.name.trim(),
  description: draft.description,
  address: draft.address.trim(),
  photo: draft.photo.trim() === "" ? null : draft.photo.trim(),
  amenities: wordsOf(draft.amenities),
  checkInFrom: draft.checkInFrom,
  checkOutUntil: draft.checkOutUntil,
  mode: draft.mode as Property["mode"],
  policy: draft.policy as Property["policy"],
  cleaningFee: minorUnits(draft.cleaningFee),
  taxBasisPoints: Math.round(Number(draft.taxPercent) * 100),
});

export const whereaboutsOf = ({ city, country, timeZone }: Whereabouts): Whereabouts => ({
  city: citySlug(city),
  country: country.trim().toUpperCase(),
  timeZone,
});

/** "Wifi, step free" is "wifi" and "step-free", each once. */
const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(",")
      .map((word) => word.trim().toLowerCase().replace(/\s+/g, "-").slice(0, 40))
      .filter(Boolean),
  ),
];
