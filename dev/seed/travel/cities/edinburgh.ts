import type { DemoCity } from "../demoPlace.ts";

export const edinburgh: DemoCity = {
  city: "edinburgh",
  country: "GB",
  timeZone: "Europe/London",
  tax: 2000,
  high: [7, 8, 12],
  low: [1, 2, 11],
  places: [
    {
      id: "printers-close",
      host: "demo-stock",
      name: "Printer's Close",
      description:
        "Five floors of one room each in a close off the High Street. The lowest was the press; type is still found between the boards.",
      address: "Inkwell Close 6",
      amenities: ["wifi", "kitchen", "fireplace"],
      cleaningFee: 35_00,
      newYear: 4,
      rooms: [
        {
          id: "press",
          name: "The press room",
          description: "Vaulted, with a box bed and a stove.",
          price: 128_00,
          capacity: 1,
          sleeps: 2,
          minStay: 2,
        },
        {
          id: "garret",
          name: "The garret",
          description: "92 steps, two beds, and the Firth on a clear day.",
          price: 104_00,
          capacity: 1,
          sleeps: 2,
        },
      ],
      stays: [
        {
          by: "ada",
          room: "garret",
          in: -23,
          nights: 3,
          state: "completed",
          review: {
            rating: 4,
            title: "Ninety-two, we counted",
            text: "At the top there is shortbread, and one forgives everything.",
          },
        },
        { by: "customer", room: "press", in: 61, nights: 4, state: "confirmed" },
      ],
    },
    {
      id: "botanists-villa",
      host: "demo-orders",
      name: "The Botanist's Villa",
      description:
        "A villa in the north of the New Town whose glasshouse is the breakfast room, also in January.",
      address: "Inverfern Row 19",
      amenities: ["wifi", "breakfast", "garden", "parking", "step-free"],
      rooms: [
        {
          id: "fern",
          name: "Fern room",
          description: "A king bed, a bay window, two kinds of fern.",
          price: 146_00,
          capacity: 3,
          sleeps: 2,
        },
        {
          id: "palm",
          name: "Palm room",
          description: "The large one: a king bed and a sofa bed beside the palm.",
          price: 188_00,
          capacity: 1,
          sleeps: 4,
        },
      ],
      stays: [
        {
          by: "luca",
          room: "fern",
          in: -10,
          nights: 2,
          state: "completed",
          review: {
            rating: 5,
            title: "Breakfast in the tropics",
            text: "Rain on the glass, marmalade on the toast, a lemon within reach.",
          },
        },
        { by: "hana", room: "palm", in: 28, nights: 3, state: "confirmed", guests: 3 },
      ],
    },
    {
      id: "leith-net-loft",
      host: "demo-admin",
      name: "Net Loft at the Shore",
      description:
        "A loft with a hoist over the door, which takes the luggage. Below is a bakery; the loft smells of it from four.",
      address: "Shoreside Wynd 11",
      amenities: ["wifi", "kitchen", "washing-machine", "desk"],
      policy: "flexible",
      cleaningFee: 30_00,
      rooms: [
        {
          id: "loft",
          name: "The loft",
          description: "One long room with beds for four behind screens.",
          price: 134_00,
          capacity: 1,
          sleeps: 4,
          minStay: 2,
        },
        {
          id: "hoist",
          name: "Hoist room",
          description: "Small, warm, and right under the beam: a double bed and the bakers' light.",
          price: 92_00,
          capacity: 1,
          sleeps: 2,
        },
      ],
    },
  ],
};
