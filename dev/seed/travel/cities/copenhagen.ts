import type { DemoCity } from "../demoPlace.ts";

export const copenhagen: DemoCity = {
  city: "copenhagen",
  country: "DK",
  timeZone: "Europe/Copenhagen",
  tax: 2500,
  high: [5, 6, 7, 8],
  low: [1, 2, 11],
  places: [
    {
      id: "ropewalk",
      host: "demo-admin",
      name: "Ropewalk Rooms",
      description:
        "A ropewalk of 120 metres in which each room has three windows of the row. Bicycles stand at the door, one for every bed.",
      address: "Reberbanen 40",
      amenities: ["wifi", "bicycles", "breakfast", "lift", "step-free"],
      rooms: [
        {
          id: "three",
          name: "Three windows",
          description: "A double bed, and light from one side all day.",
          price: 144_00,
          capacity: 8,
          sleeps: 2,
        },
        {
          id: "six",
          name: "Six windows",
          description: "Two rooms of the row with a door between them.",
          price: 236_00,
          capacity: 2,
          sleeps: 5,
        },
        {
          id: "one",
          name: "One window",
          description: "A single bed across the row, and the cheapest light in town.",
          price: 94_00,
          capacity: 5,
          sleeps: 1,
        },
      ],
      stays: [
        { by: "noor", room: "three", in: 9, nights: 3, state: "confirmed" },
        {
          by: "ines",
          room: "three",
          in: -20,
          nights: 2,
          state: "completed",
          review: {
            rating: 5,
            title: "The bicycle makes it",
            text: "Ten minutes to everything, and nobody asked for a deposit. The rye bread is baked in the house.",
          },
        },
        {
          by: "tomas",
          room: "six",
          in: -13,
          nights: 3,
          state: "completed",
          guests: 5,
          review: {
            rating: 4,
            title: "Five of us, and still friends",
            text: "Two baths would have been kinder. Everything else was thought of.",
          },
        },
      ],
    },
    {
      id: "allotment",
      host: "demo-stock",
      name: "Allotment House no. 12",
      description:
        "A summer house of 24 square metres with beans to the roof. Heated for spring and autumn, closed when the pipes would freeze.",
      address: "Haveforeningen Solbær 12",
      amenities: ["garden", "kitchen", "bicycles", "pets"],
      mode: "on_request",
      cleaningFee: 30_00,
      closed: ["01-02", "03-01"],
      rooms: [
        {
          id: "house",
          name: "The house",
          description: "One room, a loft to sleep in, and a bench at the west wall.",
          price: 86_00,
          capacity: 1,
          sleeps: 3,
          minStay: 3,
        },
      ],
    },
    {
      id: "harbour-bath",
      host: "demo-orders",
      name: "Bath House by the North Harbour",
      description:
        "Twelve rooms over a public bath: guests have the key to the jetty, and the water before the town is awake.",
      address: "Nordkajen 5",
      amenities: ["wifi", "sauna", "swimming", "breakfast", "air-conditioning"],
      policy: "flexible",
      newYear: 2,
      rooms: [
        {
          id: "double",
          name: "Double",
          description: "A bed of 160 cm, towels for the jetty, a stove for wet hair.",
          price: 152_00,
          capacity: 9,
          sleeps: 2,
        },
        {
          id: "single",
          name: "Single",
          description: "A bed of 120 cm and the harbour.",
          price: 108_00,
          capacity: 3,
          sleeps: 1,
        },
      ],
    },
  ],
};
