import { Property, RoomType } from "../../../functions/src/travel/schema.ts";
import { heldToSchemas, way } from "../../support/differential.ts";
import { SERVER_TIME } from "../../support/rulesWire.ts";
import { propertyFields, roomTypeFields } from "../support/rulesArbitraries.ts";
import { aStay, host, property, roomType } from "../support/rulesDocuments.ts";

const stay = aStay("house");

/** What stands before. */
const before = {
  "properties/house": property(stay),
  "properties/house/roomTypes/double": roomType(stay),
};

describe("travel rules: take exactly what the schemas take", () => {
  heldToSchemas("travel", before, {
    "a property is changed": way({
      schema: Property,
      path: "properties/house",
      by: host,
      good: property(stay, { updatedAt: SERVER_TIME }),
      free: propertyFields,
    }),
    "a room type is changed": way({
      schema: RoomType,
      path: "properties/house/roomTypes/double",
      by: host,
      good: roomType(stay, { updatedAt: SERVER_TIME }),
      free: roomTypeFields,
    }),
  });
});
