import type { DemoCity } from "../demoPlace.ts";

export const wellington: DemoCity = {
  city: "wellington",
  country: "NZ",
  timeZone: "Pacific/Auckland",
  tax: 1500,
  high: [12, 1, 2, 3],
  low: [6, 7, 8],
  places: [
    {
      id: "signal-house",
      host: "demo-host",
      name: "The Signal House",
      description:
        "The house of the man who raised the flags for the harbour. Two rooms, a verandah all around, and a telescope that still finds every ferry.",
      address: "Beacon Hill Track 1",
      amenities: ["wifi", "verandah", "kitchen", "parking", "sea-view"],
      policy: "flexible",
      cleaningFee: 30_00,
      rooms: [
        {
          id: "harbour",
          name: "Harbour room",
          description: "A queen bed, the telescope and the wind.",
          price: 142_00,
          capacity: 1,
          sleeps: 2,
        },
        {
          id: "bush",
          name: "Bush room",
          description: "Twin beds on the side of the trees, and of the tūī at five.",
          price: 104_00,
          capacity: 1,
          sleeps: 3,
        },
      ],
      stays: [
        { by: "tomas", room: "harbour", in: -2, nights: 2, state: "checked_in" },
        { by: "ines", room: "harbour", in: 2, nights: 4, state: "confirmed" },
        { by: "jonas", room: "bush", in: 4, nights: 3, state: "confirmed", guests: 3 },
        { by: "customer", room: "bush", in: -3, nights: 2, state: "cancelled" },
        {
          by: "customer",
          room: "harbour",
          in: -21,
          nights: 5,
          state: "completed",
          review: {
            rating: 4,
            title: "The wind is included",
            text: "They say so themselves, and they mean it. Ferries by telescope with the first coffee.",
          },
        },
        { by: "luca", room: "bush", in: -11, nights: 3, state: "completed", guests: 3 },
      ],
    },
    {
      id: "cuba-attic",
      host: "demo-admin",
      name: "Attic over the Record Shop",
      description:
        "A flat over a shop that opens late. What the shop plays comes up through the floor until nine; there is a shelf of requests.",
      address: "Upper Cuba Row 208a",
      amenities: ["wifi", "kitchen", "washing-machine", "record-player"],
      cleaningFee: 25_00,
      rooms: [
        {
          id: "flat",
          name: "The attic",
          description: "A bed under the slope, a kitchen, and some 600 records.",
          price: 118_00,
          capacity: 1,
          sleeps: 2,
          minStay: 2,
        },
        {
          id: "back",
          name: "Back room",
          description: "A single over the yard, for those who want less music.",
          price: 72_00,
          capacity: 1,
          sleeps: 1,
        },
      ],
      stays: [
        {
          by: "hana",
          room: "flat",
          in: -15,
          nights: 4,
          state: "completed",
          review: {
            rating: 5,
            title: "Side B of everything",
            text: "We only went out to eat. The owner left a crate of things that we might not know.",
          },
        },
      ],
    },
    {
      id: "makara-sheds",
      host: "demo-stock",
      name: "Shearers' Quarters at the South Coast",
      description:
        "Four rooms in a row, as the shearers had them, with a cook-house in the middle. Sheep are all around, and nobody else.",
      address: "South Makara Farm Road 77",
      amenities: ["kitchen", "parking", "fireplace", "pets"],
      closed: ["07-01", "08-01"],
      rooms: [
        {
          id: "quarter",
          name: "A quarter",
          description: "Two beds, a wool blanket each, and a step to sit on.",
          price: 64_00,
          capacity: 4,
          sleeps: 2,
        },
        {
          id: "cook",
          name: "Cook's room",
          description: "The warm one, behind the range, with a double bed and a cot.",
          price: 88_00,
          capacity: 1,
          sleeps: 3,
        },
      ],
    },
  ],
};
