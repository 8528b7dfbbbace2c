import type { DemoCity } from "../demoPlace.ts";

export const hobart: DemoCity = {
  city: "hobart",
  country: "AU",
  timeZone: "Australia/Hobart",
  tax: 1000,
  high: [12, 1, 2, 3],
  low: [6, 7, 8],
  places: [
    {
      id: "sailmakers",
      host: "demo-orders",
      name: "The Sailmaker's Floor",
      description:
        "One floor of a warehouse at the docks, 18 metres long, as the sails were. When the yachts come in at New Year, one sees the finish from the bath.",
      address: "Canvas Wharf 2",
      amenities: ["wifi", "kitchen", "washing-machine", "lift", "parking"],
      policy: "strict",
      cleaningFee: 55_00,
      newYear: 5,
      rooms: [
        {
          id: "floor",
          name: "The floor",
          description: "Three bedrooms at one end, everything else at the other.",
          price: 242_00,
          capacity: 1,
          sleeps: 6,
          minStay: 2,
        },
      ],
      stays: [
        {
          by: "hana",
          room: "floor",
          in: -13,
          nights: 3,
          state: "completed",
          guests: 6,
          review: {
            rating: 5,
            title: "Roller skates allowed",
            text: "It says so in the house rules. Six of us, and we did not meet before breakfast.",
          },
        },
        { by: "noor", room: "floor", in: 19, nights: 4, state: "confirmed", guests: 5 },
      ],
    },
    {
      id: "apple-shed",
      host: "demo-stock",
      name: "The Apple Packer's Shed",
      description:
        "In an orchard half an hour south: two rooms with apple crates for shelves, and a key to the cellar of cider.",
      address: "Huonville Lane 130",
      amenities: ["breakfast", "garden", "fireplace", "parking", "pets"],
      rooms: [
        {
          id: "pippin",
          name: "Pippin",
          description: "A double bed and the rows to the river.",
          price: 102_00,
          capacity: 1,
          sleeps: 2,
        },
        {
          id: "russet",
          name: "Russet",
          description: "Two beds, a stove, and a cot if one asks.",
          price: 112_00,
          capacity: 1,
          sleeps: 3,
        },
      ],
      stays: [
        {
          by: "greta",
          room: "russet",
          in: -8,
          nights: 3,
          state: "completed",
          review: {
            rating: 4,
            title: "Eleven kinds of apple",
            text: "We tried them all, and the cider of most. The road in is not for low cars.",
          },
        },
      ],
    },
  ],
};
