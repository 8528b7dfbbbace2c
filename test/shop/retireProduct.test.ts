import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { AuditEntry, audit } from "../../functions/src/core/audit.ts";
import { stamp } from "../../functions/src/core/clock.ts";
import { type Role, staff } from "../../functions/src/core/roles.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { retireProduct } from "../../functions/src/shop/retireProduct.ts";
import { Product, products, variants } from "../../functions/src/shop/schema.ts";
import { call, callWith, customer, type Person, refused } from "../support/call.ts";
import { beforeCommit } from "../support/commits.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { shelve, shipTo } from "./support/shelf.ts";

async function employ(role: Role, disabled = false): Promise<Person> {
  const person = customer();
  await staff.doc(person.uid).set({ role, disabled });
  return person;
}

/** A product on sale, in so many variants. */
async function launch(count = 2) {
  const productId = `product-${randomUUID().slice(0, 8)}`;
  const product = Product.parse({
    name: "A thing",
    description: "",
    category: "things",
    keywords: ["thing"],
    priceFrom: 1000,
    currency: "EUR",
    active: true,
    rating: { count: 3, sum: 12 },
    createdAt: stamp(),
    updatedAt: stamp(),
  });
  await products.doc(productId).set(product);
  const skus = await Promise.all(
    Array.from({ length: count }, (_, n) => shelve(10, { productId }, `${productId}-${n}`)),
  );
  return { productId, skus };
}

async function onSale(productId: string): Promise<string[]> {
  const found = await variants.where("productId", "==", productId).get();
  return found.docs.filter((variant) => variant.data().active).map(({ id }) => id);
}

const isActive = async (productId: string) => (await products.doc(productId).get()).data()?.active;

async function entriesOf(productId: string) {
  const found = await audit.where("subject", "==", `products/${productId}`).get();
  return found.docs.map((entry) => AuditEntry.parse(entry.data()));
}

describe("shop: retiring a product", () => {
  let manager: Person;
  before(async () => {
    await clearFirestore();
    manager = await employ("inventory_manager");
  });

  it("takes it off sale with all its variants, in one commit, and nothing else", async () => {
    const [{ productId, skus }, other] = [await launch(3), await launch()];
    const bill = await firestore.costOf(async () => {
      const { retired } = await call(retireProduct, manager, { productId });
      assert.deepEqual(retired.toSorted(), skus);
    });
    assert.equal(await isActive(productId), false);
    assert.deepEqual(await onSale(productId), []);
    assert.equal(await isActive(other.productId), true);
    assert.deepEqual(await onSale(other.productId), other.skus);
    // The caller and their role, the product and three variants; then product, variants and audit; then a
    // look whether anything is left: the product and a query that finds nothing.
    assert.deepEqual(bill, { reads: 8, writes: 5, deletes: 0 });
  });

  it("changes nothing of the product but that it is active", async () => {
    const { productId } = await launch();
    const before = (await products.doc(productId).get()).data();
    await call(retireProduct, manager, { productId });
    assert.deepEqual((await products.doc(productId).get()).data(), { ...before, active: false });
  });

  it("answers with the SKUs that were on sale until then, and leaves the others alone", async () => {
    const { productId, skus } = await launch(3);
    await variants.doc(skus[1]!).update({ active: false });
    const { retired } = await call(retireProduct, manager, { productId });
    assert.deepEqual(retired.toSorted(), [skus[0], skus[2]]);
  });

  it("takes a product without variants off sale", async () => {
    const { productId } = await launch(0);
    assert.deepEqual(await call(retireProduct, manager, { productId }), { retired: [] });
    assert.equal(await isActive(productId), false);
  });

  it("lets nobody order it any more", async () => {
    const { productId, skus } = await launch(1);
    const order = () =>
      call(placeOrder, customer(), {
        requestId: randomUUID(),
        lines: [{ sku: skus[0]!, quantity: 1 }],
        shipTo,
      });
    await order();
    await call(retireProduct, manager, { productId });
    const { line } = await refused(order(), "failed-precondition", "not-for-sale");
    assert.equal(line, skus[0]);
  });

  describe("is recorded in the audit trail", () => {
    const once = async (productId: string, actor = manager) => {
      const entries = await entriesOf(productId);
      assert.deepEqual(
        entries.map(({ action, actor }) => [action, actor]),
        [["product-retired", actor.uid]],
      );
    };

    it("once, with who did it", async () => {
      const { productId } = await launch();
      await call(retireProduct, manager, { productId });
      await once(productId);
    });

    it("once when called twice: the second call finds nothing to do and writes nothing", async () => {
      const [{ productId }, admin] = [await launch(), await employ("admin")];
      await call(retireProduct, manager, { productId });
      const bill = await firestore.costOf(async () => {
        assert.deepEqual(await call(retireProduct, admin, { productId }), { retired: [] });
      });
      assert.equal(bill.writes, 0);
      await once(productId);
    });

    it("once when six do it at once", async () => {
      const { productId } = await launch();
      const calls = Array.from({ length: 6 }, () => call(retireProduct, manager, { productId }));
      await Promise.all(calls);
      await once(productId);
      assert.deepEqual(await onSale(productId), []);
    });

    for (const [name, code] of Object.entries({ DEADLINE_EXCEEDED: 4, INTERNAL: 13 })) {
      it(`once when the answer to its commit is lost (${name})`, async () => {
        const { productId } = await launch();
        const met = firestore.inject({ method: "Commit", kind: "lost-answer", code });
        await call(retireProduct, manager, { productId });
        assert.ok(met(), "the fault was not met");
        assert.deepEqual([await isActive(productId), await onSale(productId)], [false, []]);
        await once(productId);
      });
    }

    it("again when it was put back on sale and is retired again", async () => {
      const { productId, skus } = await launch(1);
      await call(retireProduct, manager, { productId });
      await products.doc(productId).update({ active: true });
      await variants.doc(skus[0]!).update({ active: true });
      assert.deepEqual(await call(retireProduct, manager, { productId }), { retired: skus });
      assert.equal((await entriesOf(productId)).length, 2);
    });
  });

  describe("looks again where, between its reading and its writing,", () => {
    it("a variant on sale has changed", async () => {
      const { productId, skus } = await launch();
      const commits = await beforeCommit(
        () => variants.doc(skus[0]!).update({ price: 2000 }),
        () => call(retireProduct, manager, { productId }),
      );
      assert.equal(commits, 2);
      assert.deepEqual(await onSale(productId), []);
      assert.equal((await variants.doc(skus[0]!).get()).data()?.price, 2000);
    });

    it("a variant was taken off sale and put back", async () => {
      const { productId, skus } = await launch();
      const variant = variants.doc(skus[0]!);
      const commits = await beforeCommit(
        async () => {
          await variant.update({ active: false });
          await variant.update({ active: true });
        },
        () => call(retireProduct, manager, { productId }),
      );
      assert.equal(commits, 2);
      assert.deepEqual(await onSale(productId), []);
    });

    it("the product has changed", async () => {
      const { productId } = await launch();
      const commits = await beforeCommit(
        () => products.doc(productId).update({ name: "Another name" }),
        () => call(retireProduct, manager, { productId }),
      );
      assert.equal(commits, 2);
      const { name, active } = (await products.doc(productId).get()).data() ?? {};
      assert.deepEqual([name, active], ["Another name", false]);
      assert.equal((await entriesOf(productId)).length, 1);
    });
  });

  describe("is refused", () => {
    const people: [string, () => Promise<Person | undefined>, string][] = [
      ["to nobody", async () => undefined, "unauthenticated/signed-out"],
      ["to customers", async () => customer(), "permission-denied/not-staff"],
      ["to order managers", () => employ("order_manager"), "permission-denied/wrong-role"],
      [
        "to disabled managers",
        () => employ("inventory_manager", true),
        "permission-denied/disabled",
      ],
    ];
    for (const [whom, who, refusal] of people) {
      it(`${whom}, and the product stays on sale`, async () => {
        const { productId, skus } = await launch();
        const [code = "", reason = ""] = refusal.split("/");
        await refused(call(retireProduct, await who(), { productId }), code, reason);
        assert.deepEqual([await isActive(productId), await onSale(productId)], [true, skus]);
        assert.deepEqual(await entriesOf(productId), []);
      });
    }

    it("to none of inventory managers and admins", async () => {
      for (const person of [manager, await employ("admin")]) {
        const { productId, skus } = await launch(1);
        assert.deepEqual(await call(retireProduct, person, { productId }), { retired: skus });
      }
    });

    it("for a product that is not there, by its id", async () => {
      const attempt = call(retireProduct, manager, { productId: "no-such-product" });
      const { productId } = await refused(attempt, "not-found", "no-such-product");
      assert.equal(productId, "no-such-product");
      assert.deepEqual(await entriesOf("no-such-product"), []);
    });

    for (const input of [{}, { productId: "a/b/c" }, { productId: "" }, { productId: 1 }]) {
      it(`for ${JSON.stringify(input)}`, async () => {
        const attempt = callWith(retireProduct, manager, input);
        await refused(attempt, "invalid-argument", "invalid-input");
      });
    }
  });
});
