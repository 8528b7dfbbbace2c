import type { DemoCity } from "../demoPlace.ts";

export const capeTown: DemoCity = {
  city: "cape-town",
  country: "ZA",
  timeZone: "Africa/Johannesburg",
  tax: 1500,
  high: [12, 1, 2],
  low: [5, 6, 7],
  places: [
    {
      id: "stonemasons-row",
      host: "demo-admin",
      name: "Stonemason's Row",
      description:
        "Three cottages under the mountain with a wall of sandstone in common. The cloth comes down over them at five.",
      address: "Quarry Terrace 3",
      amenities: ["wifi", "kitchen", "parking", "fireplace", "braai"],
      cleaningFee: 28_00,
      newYear: 5,
      rooms: [
        {
          id: "cottage",
          name: "Cottage",
          description: "A bedroom, a bathroom with a window, a stoep.",
          price: 108_00,
          capacity: 2,
          sleeps: 2,
          minStay: 2,
        },
        {
          id: "end",
          name: "End cottage",
          description: "Two bedrooms, and the fig tree.",
          price: 152_00,
          capacity: 1,
          sleeps: 4,
          minStay: 2,
        },
      ],
      stays: [
        {
          by: "mei",
          room: "cottage",
          in: -16,
          nights: 5,
          state: "completed",
          review: {
            rating: 5,
            title: "The cloth at five",
            text: "It comes over the edge like milk, and then one lights the fire. Figs in the evening.",
          },
        },
        { by: "ada", room: "end", in: 26, nights: 7, state: "confirmed", guests: 4 },
      ],
    },
    {
      id: "kelp-house",
      host: "demo-stock",
      name: "Kelp House",
      description:
        "A house on stilts at the False Bay side, with wetsuits in three sizes and a line to dry them on.",
      address: "Simon's Ledge 44",
      amenities: ["wifi", "breakfast", "sea-view", "wetsuits"],
      policy: "flexible",
      rooms: [
        {
          id: "deck",
          name: "Deck room",
          description: "A king bed and a door to the sea.",
          price: 124_00,
          capacity: 2,
          sleeps: 2,
        },
        {
          id: "bunk",
          name: "Bunk room",
          description: "Six bunks for people who get up early.",
          price: 96_00,
          capacity: 1,
          sleeps: 6,
        },
        {
          id: "gable",
          name: "Gable room",
          description: "A single under the roof, with the longest view of the house.",
          price: 78_00,
          capacity: 1,
          sleeps: 1,
        },
      ],
      stays: [
        {
          by: "jonas",
          room: "deck",
          in: -26,
          nights: 3,
          state: "completed",
          review: {
            rating: 4,
            title: "Cold water, hot rusks",
            text: "Fourteen degrees, and we went in every day. They lend you the courage with the suit.",
          },
        },
      ],
    },
    {
      id: "observatory-hostel",
      host: "demo-orders",
      name: "Hostel of the Left Lens",
      description:
        "Where the instrument makers worked there are 30 beds, a garden of aloes, and a telescope on Fridays.",
      address: "Lower Parallax Road 60",
      amenities: ["wifi", "kitchen", "lockers", "bar"],
      policy: "flexible",
      rooms: [
        {
          id: "bed",
          name: "A bed",
          description: "In a room of six, with a lamp and a socket.",
          price: 18_00,
          capacity: 18,
          sleeps: 1,
          maxStay: 14,
        },
        {
          id: "double",
          name: "Double",
          description: "A room of one's own on the garden side.",
          price: 46_00,
          capacity: 6,
          sleeps: 2,
        },
      ],
    },
  ],
};
