import type { DemoCity } from "../demoPlace.ts";

export const montevideo: DemoCity = {
  city: "montevideo",
  country: "UY",
  timeZone: "America/Montevideo",
  tax: 1000,
  high: [12, 1, 2],
  low: [6, 7, 8],
  places: [
    {
      id: "rambla-rooms",
      host: "demo-admin",
      name: "Rooms above the Rambla",
      description:
        "A block of 1934 with rounded corners; the lift has a bench. Everybody walks past below, with a thermos under the arm.",
      address: "Rambla del Faro 1440",
      amenities: ["wifi", "lift", "kitchen", "sea-view", "air-conditioning"],
      rooms: [
        {
          id: "corner",
          name: "Corner flat",
          description: "One bedroom and a living room with seven windows.",
          price: 94_00,
          capacity: 2,
          sleeps: 4,
        },
        {
          id: "studio",
          name: "Studio",
          description: "A bed that folds away, and the river, which is a sea here.",
          price: 62_00,
          capacity: 3,
          sleeps: 2,
        },
      ],
      stays: [
        {
          by: "noor",
          room: "corner",
          in: -17,
          nights: 5,
          state: "completed",
          review: {
            rating: 4,
            title: "Round corners, square meals",
            text: "The grill around the corner knows the house. Bring a plug for the fourth kind of socket.",
          },
        },
      ],
    },
    {
      id: "tannat-house",
      host: "demo-orders",
      name: "The Cooper's House",
      description:
        "Among vines at the edge of town: barrels in the yard, three rooms, and a table to which guests are asked on Saturdays.",
      address: "Camino de los Toneleros 8",
      amenities: ["wifi", "breakfast", "pool", "parking", "garden"],
      closed: ["07-10", "07-31"],
      rooms: [
        {
          id: "stave",
          name: "Stave",
          description: "A double bed and the vines.",
          price: 84_00,
          capacity: 2,
          sleeps: 2,
        },
        {
          id: "hoop",
          name: "Hoop",
          description: "Round, as the cooper wanted it: a bed for two and two for one.",
          price: 108_00,
          capacity: 1,
          sleeps: 4,
        },
      ],
      stays: [
        {
          by: "sipho",
          room: "stave",
          in: -12,
          nights: 3,
          state: "completed",
          review: {
            rating: 5,
            title: "Saturday at the long table",
            text: "Eleven people, four languages, one song that all of us knew.",
          },
        },
      ],
    },
  ],
};
