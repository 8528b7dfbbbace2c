import type { DemoCity } from "../demoPlace.ts";

export const marrakesh: DemoCity = {
  city: "marrakesh",
  country: "MA",
  timeZone: "Africa/Casablanca",
  tax: 1000,
  high: [3, 4, 5, 10],
  low: [1, 7, 8],
  places: [
    {
      id: "dar-of-two-wells",
      host: "demo-orders",
      name: "Dar of the Two Wells",
      description:
        "A house around a court with two wells, of which one is a bookcase now. Dinner is what the market had, on the roof.",
      address: "Derb Bir Jdid 18",
      amenities: ["wifi", "breakfast", "pool", "roof", "air-conditioning"],
      newYear: 3,
      rooms: [
        {
          id: "court",
          name: "Court room",
          description: "Carved doors, a double bed, and the sound of the fountain.",
          price: 92_00,
          capacity: 4,
          sleeps: 2,
        },
        {
          id: "roof",
          name: "Roof room",
          description: "Above all others, with swallows. Two beds and a divan.",
          price: 124_00,
          capacity: 1,
          sleeps: 3,
        },
        {
          id: "well",
          name: "Well room",
          description: "At the dry well, cool in summer: a double bed and the books.",
          price: 84_00,
          capacity: 2,
          sleeps: 2,
        },
      ],
      stays: [
        {
          by: "sipho",
          room: "court",
          in: -18,
          nights: 4,
          state: "completed",
          review: {
            rating: 5,
            title: "A house that whispers",
            text: "From the lane one would not guess it. Ask for the orange salad.",
          },
        },
        {
          by: "ines",
          room: "roof",
          in: -24,
          nights: 3,
          state: "completed",
          review: {
            rating: 4,
            title: "Hot, high and lovely",
            text: "The roof is warm until midnight; then it is the best place in town.",
          },
        },
        { by: "tomas", room: "court", in: 12, nights: 3, state: "confirmed" },
      ],
    },
    {
      id: "palm-tents",
      host: "demo-stock",
      name: "Tents in the Palm Grove",
      description:
        "Six tents with real beds, half an hour out of town. There are stars, a fire, and a donkey who is not for riding.",
      address: "Palmeraie, Kilometre 14",
      amenities: ["breakfast", "dinner", "fire", "parking"],
      mode: "on_request",
      closed: ["07-01", "08-25"],
      rooms: [
        {
          id: "tent",
          name: "Tent for two",
          description: "A double bed, a carpet, a lantern.",
          price: 78_00,
          capacity: 5,
          sleeps: 2,
        },
        {
          id: "large",
          name: "Large tent",
          description: "Five beds in a round, for families.",
          price: 148_00,
          capacity: 1,
          sleeps: 5,
        },
      ],
    },
  ],
};
