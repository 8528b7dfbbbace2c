import type { DemoCity } from "../demoPlace.ts";

export const hoiAn: DemoCity = {
  city: "hoi-an",
  country: "VN",
  timeZone: "Asia/Ho_Chi_Minh",
  tax: 800,
  high: [2, 3, 4],
  low: [9, 10, 11],
  places: [
    {
      id: "lantern-makers",
      host: "demo-stock",
      name: "The Lantern Maker's Yard",
      description:
        "Seven rooms around a yard where silk is stretched. Who stays three nights takes a lantern home, and has made it.",
      address: "Tailors' Lane 27",
      amenities: ["wifi", "breakfast", "pool", "bicycles", "workshop"],
      rooms: [
        {
          id: "yard",
          name: "Yard room",
          description: "A double bed, a fan, the lanterns from six.",
          price: 42_00,
          capacity: 5,
          sleeps: 2,
        },
        {
          id: "upper",
          name: "Upper room",
          description: "Two double beds and a balcony of teak.",
          price: 64_00,
          capacity: 2,
          sleeps: 4,
        },
      ],
      stays: [
        {
          by: "owen",
          room: "yard",
          in: -19,
          nights: 4,
          state: "completed",
          review: {
            rating: 5,
            title: "Mine is the crooked one",
            text: "It hangs in our kitchen now. The breakfast noodles cannot be taken home, sadly.",
          },
        },
        {
          by: "customer",
          room: "upper",
          in: -24,
          nights: 5,
          state: "completed",
          guests: 3,
          review: {
            rating: 4,
            title: "Bicycles before eight",
            text: "Then the rice fields are empty. In the afternoon it rained into the pool.",
          },
        },
      ],
    },
    {
      id: "river-stilts",
      host: "demo-admin",
      name: "Stilt House on the Coconut Creek",
      description:
        "Two rooms over the water, reached by a basket boat that is rowed for you. Herbs grow on the roof.",
      address: "Coconut Creek, landing 4",
      amenities: ["wifi", "breakfast", "boat", "garden"],
      closed: ["10-15", "11-20"],
      rooms: [
        {
          id: "creek",
          name: "Creek room",
          description: "A bed under a net, the water under the bed.",
          price: 56_00,
          capacity: 2,
          sleeps: 2,
          minStay: 2,
        },
        {
          id: "river",
          name: "River room",
          description: "Two beds on the side of the palms, and the herbs to pick.",
          price: 62_00,
          capacity: 1,
          sleeps: 3,
        },
      ],
    },
  ],
};
