import type { DemoCity } from "../demoPlace.ts";

export const valparaiso: DemoCity = {
  city: "valparaiso",
  country: "CL",
  timeZone: "America/Santiago",
  tax: 1900,
  high: [12, 1, 2],
  low: [5, 6, 7, 8],
  places: [
    {
      id: "blue-funicular",
      host: "demo-stock",
      name: "House at the Blue Funicular",
      description:
        "A house of corrugated iron in four blues, next to the upper station. From each window another piece of the bay.",
      address: "Paseo Añil 12",
      amenities: ["wifi", "breakfast", "terrace", "sea-view"],
      newYear: 3,
      rooms: [
        {
          id: "indigo",
          name: "Indigo",
          description: "The corner room, with a bay window and the ships.",
          price: 88_00,
          capacity: 1,
          sleeps: 2,
        },
        {
          id: "sky",
          name: "Sky",
          description: "Two beds and a skylight.",
          price: 66_00,
          capacity: 2,
          sleeps: 2,
        },
      ],
      stays: [
        {
          by: "tomas",
          room: "indigo",
          in: -9,
          nights: 3,
          state: "completed",
          review: {
            rating: 5,
            title: "We watched the ships turn",
            text: "With the tide, all of them at once, at breakfast. The funicular costs less than the smile it gives.",
          },
        },
        { by: "mei", room: "sky", in: 10, nights: 2, state: "confirmed" },
      ],
    },
    {
      id: "poets-print",
      host: "demo-orders",
      name: "Rooms at the Broadside Press",
      description:
        "Over a shop that prints poems on posters. Each room has one, and it may be taken for another.",
      address: "Cerro Tinta 205",
      amenities: ["wifi", "kitchen", "library"],
      policy: "flexible",
      rooms: [
        {
          id: "ode",
          name: "Ode",
          description: "A double bed, and a table by the window.",
          price: 58_00,
          capacity: 2,
          sleeps: 2,
        },
        {
          id: "stanza",
          name: "Stanza",
          description: "Four beds in two rooms.",
          price: 92_00,
          capacity: 1,
          sleeps: 4,
        },
      ],
    },
  ],
};
