import type { DemoCity } from "../demoPlace.ts";

export const vienna: DemoCity = {
  city: "vienna",
  country: "AT",
  timeZone: "Europe/Vienna",
  tax: 1000,
  high: [5, 6, 9, 12],
  low: [1, 2, 3],
  places: [
    {
      id: "piano-flat",
      host: "demo-orders",
      name: "The Piano Teacher's Flat",
      description:
        "Three rooms in the Josefstadt with parquet that answers. The grand piano may be played until eight, and it is in tune.",
      address: "Lange Zeile 22/9",
      amenities: ["wifi", "kitchen", "piano", "lift"],
      policy: "strict",
      cleaningFee: 40_00,
      rooms: [
        {
          id: "flat",
          name: "The flat",
          description: "Two bedrooms, a kitchen with a bench, and the piano.",
          price: 156_00,
          capacity: 1,
          sleeps: 4,
          minStay: 2,
        },
      ],
      stays: [
        {
          by: "customer",
          room: "flat",
          in: -28,
          nights: 3,
          state: "completed",
          guests: 4,
          review: {
            rating: 5,
            title: "Schubert before breakfast",
            text: "The neighbours applauded through the wall. We have never had that anywhere else.",
          },
        },
        { by: "mei", room: "flat", in: 18, nights: 5, state: "confirmed", guests: 4 },
      ],
    },
    {
      id: "vintners-yard",
      host: "demo-admin",
      name: "Rooms in the Vintner's Yard",
      description:
        "A yard at the edge of the vineyards, with its own tavern for six weeks a year. The tram to the opera takes half an hour.",
      address: "Nussberger Steig 14",
      amenities: ["wifi", "breakfast", "garden", "parking"],
      closed: ["02-01", "03-01"],
      rooms: [
        {
          id: "yard",
          name: "Yard room",
          description: "A vaulted room at ground level, cool in summer.",
          price: 98_00,
          capacity: 4,
          sleeps: 2,
        },
        {
          id: "press",
          name: "Press room",
          description: "Under the beam of the old press: two beds and a gallery with two more.",
          price: 142_00,
          capacity: 1,
          sleeps: 4,
        },
        {
          id: "cellar",
          name: "Cellar master's room",
          description: "A double bed, a tiled stove and a table for tasting.",
          price: 112_00,
          capacity: 2,
          sleeps: 2,
        },
      ],
    },
    {
      id: "prater-pension",
      host: "demo-stock",
      name: "Pension Radlinger",
      description:
        "A pension of the old kind on the second floor, with a key for the lift and a landlady who knows the timetable.",
      address: "Feuerrad Gasse 3",
      amenities: ["wifi", "breakfast", "lift", "cot"],
      policy: "flexible",
      newYear: 3,
      rooms: [
        {
          id: "double",
          name: "Double room",
          description: "Twin beds, a washstand that is used for flowers, a bath since 1998.",
          price: 88_00,
          capacity: 6,
          sleeps: 2,
        },
        {
          id: "single",
          name: "Single room",
          description: "A bed, a desk, the yard.",
          price: 58_00,
          capacity: 3,
          sleeps: 1,
        },
        {
          id: "family",
          name: "Family room",
          description: "A double and a bunk bed, with a view of half of the big wheel.",
          price: 126_00,
          capacity: 2,
          sleeps: 4,
        },
      ],
      stays: [
        {
          by: "jonas",
          room: "double",
          in: -17,
          nights: 2,
          state: "completed",
          review: {
            rating: 3,
            title: "As in a film",
            text: "Of the black-and-white kind. Warm, spotless, and the water takes its time.",
          },
        },
        { by: "sipho", room: "family", in: 21, nights: 4, state: "confirmed", guests: 4 },
      ],
    },
  ],
};
