import type { DemoCity } from "../demoPlace.ts";

export const montreal: DemoCity = {
  city: "montreal",
  country: "CA",
  timeZone: "America/Toronto",
  tax: 1500,
  high: [6, 7, 8, 9],
  low: [1, 2, 3, 11],
  places: [
    {
      id: "outer-stairs",
      host: "demo-admin",
      name: "Triplex of the Outer Stairs",
      description:
        "Three flats on the Plateau, each with its own iron stair. In winter the stairs are swept before seven, by agreement with the snow.",
      address: "Rue des Escaliers 4410",
      amenities: ["wifi", "kitchen", "washing-machine", "desk", "heating"],
      cleaningFee: 32_00,
      rooms: [
        {
          id: "ground",
          name: "Ground floor",
          description: "One bedroom, a yard, step-free.",
          price: 112_00,
          capacity: 1,
          sleeps: 3,
          minStay: 2,
        },
        {
          id: "upper",
          name: "Upper floor",
          description: "Two bedrooms and the long stair.",
          price: 138_00,
          capacity: 2,
          sleeps: 4,
          minStay: 2,
        },
      ],
      stays: [
        {
          by: "luca",
          room: "upper",
          in: -25,
          nights: 5,
          state: "completed",
          guests: 4,
          review: {
            rating: 4,
            title: "Stairs with character",
            text: "With groceries they have a bit much of it. The flat is light, and bagels are two corners off.",
          },
        },
        { by: "ines", room: "ground", in: 15, nights: 4, state: "confirmed" },
      ],
    },
    {
      id: "canal-mill",
      host: "demo-orders",
      name: "Rooms in the Button Mill",
      description:
        "A mill by the canal that made buttons until 1961; they are everywhere. Nine rooms, a bakery, a canoe.",
      address: "Chemin de l'Écluse 15",
      amenities: ["wifi", "breakfast", "lift", "canoe", "step-free"],
      policy: "flexible",
      newYear: 2,
      rooms: [
        {
          id: "pearl",
          name: "Pearl",
          description: "A queen bed, brick walls, the canal.",
          price: 126_00,
          capacity: 6,
          sleeps: 2,
        },
        {
          id: "horn",
          name: "Horn",
          description: "Two queen beds on the side of the yard.",
          price: 148_00,
          capacity: 3,
          sleeps: 4,
        },
      ],
      stays: [
        {
          by: "ada",
          room: "pearl",
          in: -11,
          nights: 2,
          state: "completed",
          review: {
            rating: 5,
            title: "Found eleven buttons",
            text: "One may keep the first. The canoe before breakfast is the thing to do.",
          },
        },
      ],
    },
    {
      id: "sugar-shack",
      host: "demo-stock",
      name: "The Sugar Shack",
      description: "A cabin among maples, an hour out. In March the pans are on, and guests stir.",
      address: "Rang des Érables 9",
      amenities: ["stove", "kitchen", "parking", "snowshoes"],
      mode: "on_request",
      cleaningFee: 30_00,
      closed: ["11-01", "11-29"],
      rooms: [
        {
          id: "cabin",
          name: "The cabin",
          description: "A room with a stove, and beds for six in the roof.",
          price: 134_00,
          capacity: 1,
          sleeps: 6,
          minStay: 2,
        },
      ],
    },
  ],
};
