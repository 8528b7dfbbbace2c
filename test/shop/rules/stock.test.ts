import { guarded, inventoryManagers } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";

describe("shop rules: the stock", () => {
  const documents = {
    "stock/beanie-moss": { onHand: 10, reserved: 2, lowAt: 5 },
    "stockMovements/delivery-1": {
      sku: "beanie-moss",
      kind: "received",
      onHand: 10,
      reference: "delivery-1",
      at: past,
    },
  };
  const { readBy, writtenByNobody } = guarded("stock", documents);

  for (const path of Object.keys(documents)) {
    it(`shows ${path} to inventory managers and admins, and is written by the server alone`, async () => {
      await readBy(inventoryManagers, path);
      await writtenByNobody(path);
    });
  }
});
