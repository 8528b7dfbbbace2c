import type { DemoCity } from "../demoPlace.ts";

export const tromso: DemoCity = {
  city: "tromso",
  country: "NO",
  timeZone: "Europe/Oslo",
  tax: 1200,
  // For the northern lights, and for the sun at midnight.
  high: [1, 2, 3, 7, 12],
  low: [4, 5, 10],
  places: [
    {
      id: "cod-drying-loft",
      host: "demo-host",
      name: "The Drying Loft",
      description:
        "Where cod once hung there are five rooms of spruce and wool, a sauna on the jetty and a list at the door: who wants to be woken when the sky turns green signs it.",
      address: "Skansebrygga 2",
      amenities: ["wifi", "sauna", "breakfast", "fireplace", "parking"],
      cleaningFee: 20_00,
      newYear: 3,
      rooms: [
        {
          id: "loft",
          name: "Loft room",
          description: "A double bed below a window in the roof.",
          price: 158_00,
          capacity: 3,
          sleeps: 2,
        },
        {
          id: "boat",
          name: "Boat room",
          description: "Bunks for a family, in what was the net store.",
          price: 196_00,
          capacity: 2,
          sleeps: 5,
        },
      ],
      stays: [
        { by: "mei", room: "loft", in: 0, nights: 4, state: "confirmed" },
        { by: "sipho", room: "boat", in: -2, nights: 5, state: "checked_in", guests: 5 },
        { by: "customer", room: "loft", in: 47, nights: 4, state: "confirmed" },
        { by: "greta", room: "loft", in: 6, nights: 3, state: "confirmed", rooms: 2, guests: 3 },
        {
          by: "owen",
          room: "loft",
          in: -18,
          nights: 3,
          state: "completed",
          review: {
            rating: 5,
            title: "Woken at two, and glad of it",
            text: "The sky did what it had been paid for. Then the sauna, then the fjord, then another breakfast.",
          },
        },
        {
          by: "ada",
          room: "boat",
          in: -14,
          nights: 4,
          state: "completed",
          guests: 4,
          review: {
            rating: 4,
            title: "Bring slippers",
            text: "Warm rooms, warm people, cold floor in the net store. The children count the seals.",
          },
        },
      ],
    },
    {
      id: "birch-cabins",
      host: "demo-orders",
      name: "Birch Cabins at Half Past the Lake",
      description:
        "Three cabins without television among birches, twenty minutes by bus from town. Wood is stacked, the stove is lit before you come.",
      address: "Bjørkestien 30",
      amenities: ["stove", "kitchen", "parking", "skis"],
      mode: "on_request",
      closed: ["10-10", "11-10"],
      rooms: [
        {
          id: "cabin",
          name: "Cabin",
          description: "One room with a stove, a kitchen and two beds in the gallery.",
          price: 132_00,
          capacity: 3,
          sleeps: 4,
          minStay: 2,
        },
        {
          id: "sauna",
          name: "Cabin with the sauna",
          description:
            "The farthest one, and the stove heats two rooms: one of them to 80 degrees.",
          price: 168_00,
          capacity: 1,
          sleeps: 4,
        },
      ],
    },
  ],
};
