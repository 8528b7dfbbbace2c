import type { RoomType } from "kindling-client";
import { euros, minorUnits } from "./amounts.ts";

/** A room type as a form has it: texts. */
export interface RoomDraft {
  name: string;
  description: string;
  photo: string;
  price: string;
  capacity: string;
  sleeps: string;
  minStay: string;
  maxStay: string;
}

export const newRoom: RoomDraft = {
  name: "",
  description: "",
  photo: "",
  price: "",
  capacity: "1",
  sleeps: "2",
  minStay: "1",
  maxStay: "28",
};

export const draftOfRoom = (roomType: RoomType): RoomDraft => ({
  name: roomType.name,
  description: roomType.description,
  photo: roomType.photo ?? "",
  price: euros(roomType.price),
  capacity: String(roomType.capacity),
  sleeps: String(roomType.sleeps),
  minStay: String(roomType.minStay),
  maxStay: String(roomType.maxStay),
});

/** What a host may write of a room type at any time. How many it sleeps stays as it was made. */
export const roomOf = ({ name, description, photo, ...numbers }: RoomDraft) => ({
  name: name.trim(),
  description,
  photo: photo.trim() === "" ? null : photo.trim(),
  price: minorUnits(numbers.price),
  capacity: Number(numbers.capacity),
  minStay: Number(numbers.minStay),
  maxStay: Number(numbers.maxStay),
});
