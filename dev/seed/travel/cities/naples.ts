import type { DemoCity } from "../demoPlace.ts";

export const naples: DemoCity = {
  city: "naples",
  country: "IT",
  timeZone: "Europe/Rome",
  tax: 1000,
  high: [5, 6, 7, 9],
  low: [1, 2, 11],
  places: [
    {
      id: "lemon-stair",
      host: "demo-admin",
      name: "Casa sulla Scala dei Limoni",
      description:
        "Four rooms around a stair that is open to the sky. A basket on a rope does the shopping, if one calls down first.",
      address: "Salita dei Limoni 40",
      amenities: ["wifi", "breakfast", "terrace", "air-conditioning"],
      rooms: [
        {
          id: "stair",
          name: "Room on the stair",
          description: "Tiles, a double bed, a balcony for two chairs.",
          price: 84_00,
          capacity: 3,
          sleeps: 2,
        },
        {
          id: "terrace",
          name: "Terrace room",
          description: "On the roof, with Vesuvius for a neighbour.",
          price: 132_00,
          capacity: 1,
          sleeps: 2,
          minStay: 2,
        },
      ],
      stays: [
        {
          by: "greta",
          room: "terrace",
          in: -14,
          nights: 4,
          state: "completed",
          review: {
            rating: 5,
            title: "The basket!",
            text: "Two lemons, a newspaper, the change counted to the cent. We did it every morning.",
          },
        },
        { by: "owen", room: "stair", in: 30, nights: 2, state: "confirmed" },
      ],
    },
    {
      id: "luthier-house",
      host: "demo-orders",
      name: "House of the Mandolin Maker",
      description:
        "The workshop is on the ground floor and open to guests. Upstairs it is quiet, but for the trying-out at six.",
      address: "Vico del Liutaio 5",
      amenities: ["wifi", "kitchen", "washing-machine"],
      policy: "strict",
      cleaningFee: 25_00,
      closed: ["08-08", "08-23"],
      rooms: [
        {
          id: "first",
          name: "First floor",
          description: "Two bedrooms, a kitchen with a marble table.",
          price: 116_00,
          capacity: 1,
          sleeps: 4,
        },
        {
          id: "second",
          name: "Second floor",
          description: "One bedroom and a roof garden of basil.",
          price: 94_00,
          capacity: 1,
          sleeps: 2,
        },
      ],
    },
    {
      id: "harbour-pilot",
      host: "demo-stock",
      name: "The Pilot's Rooms",
      description:
        "Where the harbour's pilots slept between ships there are now six small rooms. The ferries to the islands leave across the road.",
      address: "Calata dei Piloti 2",
      amenities: ["wifi", "air-conditioning", "luggage-room"],
      policy: "flexible",
      rooms: [
        {
          id: "watch",
          name: "Watch",
          description: "A bed of 140 cm, a shower, the tide table.",
          price: 62_00,
          capacity: 6,
          sleeps: 2,
          maxStay: 7,
        },
        {
          id: "captain",
          name: "Captain",
          description: "Twice as large, with the window from which the port was watched.",
          price: 88_00,
          capacity: 2,
          sleeps: 3,
        },
      ],
    },
  ],
};
