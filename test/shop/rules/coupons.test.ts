import {
  doc,
  increment,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
} from "firebase/firestore/lite";
import { denied, granted, guarded } from "../../support/rules.ts";
import {
  type Field,
  flag,
  keepsShape,
  money,
  oneOf,
  past,
  timeOfWriting,
} from "../../support/rulesShape.ts";
import { coupon, standing } from "../support/rulesDocuments.ts";

const later = (milliseconds: number) => Timestamp.fromMillis(past.toMillis() + milliseconds);

/** A whole number from 1 to `max`. */
const numberTo = (max: number): Field => ({
  right: { one: 1, "the most there may be": max },
  wrong: { ...money.wrong, none: 0, "one and a half": 1.5, "one too many": max + 1 },
});

/** The same, or nothing: no limit. */
const limitOf = (max: number): Field => {
  const { right, wrong } = numberTo(max);
  const { nothing, ...others } = wrong;
  return { right: { ...right, "no limit": nothing }, wrong: others };
};

const { "a moment": _, ...noMoments } = oneOf([], []).wrong;

describe("shop rules: coupons", () => {
  const unlimited = { maxUses: null, maxUsesPerUser: null };
  const { as } = guarded("coupons", {
    "coupons/STANDING": standing(coupon()),
    "coupons/FIXED": standing(coupon({ kind: "fixed", value: 500_000 })),
    "coupons/USED": standing(coupon({ uses: 7 })),
    "coupons/UNLIMITED": standing(coupon(unlimited)),
  });
  const at = (path: string) => doc(as("order-manager"), path);
  let created = 0;
  const create = (document: object) =>
    setDoc(doc(as("admin"), `coupons/NEW-${created++}`), document);
  const update = (path: string, change: object) =>
    updateDoc(at(path), { updatedAt: serverTimestamp(), ...change });

  it("are called what a customer can type: 3 to 30 capitals, digits and hyphens", async () => {
    const right = ["ABC", "7UP", "A--", `X${"-9".repeat(14)}Z`];
    for (const code of right) await granted(setDoc(at(`coupons/${code}`), coupon()), code);
    const wrong = [
      "AB",
      "-ABC",
      "summer",
      "SUMMER 26",
      "SUMMER\n",
      "Ä-BCD",
      "A_BC",
      "X".repeat(31),
    ];
    for (const code of wrong) await denied(setDoc(at(`coupons/${code}`), coupon()), code);
  });

  it("take off 100 % at most, or a fixed amount that may be more", async () => {
    await granted(create(coupon({ value: 10_000 })));
    await denied(create(coupon({ value: 10_001 })));
    await granted(create(coupon({ kind: "fixed", value: 10_001 })));
    await granted(update("coupons/STANDING", { value: 10_000 }));
    await denied(update("coupons/STANDING", { value: 10_001 }));
    await denied(update("coupons/FIXED", { kind: "percent" }));
    await granted(update("coupons/FIXED", { value: 400_000 }));
  });

  it("begin before they end", async () => {
    const [startsAt, endsAt] = [later(60_000), later(60_001)];
    await granted(create(coupon({ startsAt, endsAt })));
    await denied(create(coupon({ startsAt: endsAt, endsAt: startsAt })));
    await denied(create(coupon({ startsAt, endsAt: startsAt })));
    for (const [first, last] of [
      [1, 2],
      ["a", "b"],
    ]) {
      await denied(create(coupon({ startsAt: first, endsAt: last })), "no moments");
    }
    await granted(update("coupons/STANDING", { startsAt, endsAt }));
    await denied(update("coupons/STANDING", { startsAt: endsAt }));
    await granted(update("coupons/STANDING", { startsAt: past, endsAt: later(1000) }));
  });

  describe("as to their uses", () => {
    it("begin with none, and are counted by the server alone", async () => {
      for (const uses of [1, -1, 0.5, null, "0"]) await denied(create(coupon({ uses })));
      for (const uses of [0, 6, 8, increment(1)]) await denied(update("coupons/USED", { uses }));
      await granted(update("coupons/USED", { uses: 7, active: false }));
    });

    for (const limit of ["maxUses", "maxUsesPerUser"]) {
      it(`may have another ${limit}, but not one that was not counted for, nor none`, async () => {
        await granted(update("coupons/USED", { [limit]: 5 }), "fewer than there were");
        await granted(update("coupons/USED", { [limit]: 500 }));
        await denied(update("coupons/USED", { [limit]: null }));
        await denied(update("coupons/UNLIMITED", { [limit]: 500 }));
        await granted(update("coupons/UNLIMITED", unlimited));
      });
    }
  });

  it("say the server's time of their creation, and never another afterwards", async () => {
    for (const createdAt of [past, Timestamp.now()]) await denied(create(coupon({ createdAt })));
    await granted(setDoc(at("coupons/STANDING"), coupon({ createdAt: past })));
    await denied(setDoc(at("coupons/STANDING"), coupon()));
    await denied(update("coupons/STANDING", { createdAt: serverTimestamp() }));
  });

  describe("in shape", () => {
    keepsShape(
      {
        fields: {
          kind: oneOf(["fixed", "percent"], ["Percent", "percent ", "free", ""]),
          value: numberTo(10_000),
          minimum: money,
          startsAt: { right: { "an early moment": later(-1) }, wrong: noMoments },
          endsAt: { right: { "a late moment": later(2000) }, wrong: noMoments },
          maxUses: limitOf(1_000_000),
          maxUsesPerUser: limitOf(1_000),
          uses: { right: { none: 0 }, wrong: { ...money.wrong, one: 1 } },
          active: flag,
          createdAt: timeOfWriting,
          updatedAt: timeOfWriting,
        },
        good: coupon,
        create,
        update: (change) => update("coupons/STANDING", change),
      },
      ["createdAt", "maxUses", "maxUsesPerUser"],
    );

    it("takes another limit that is one, and no other", async () => {
      for (const [limit, max] of Object.entries({ maxUses: 1_000_000, maxUsesPerUser: 1_000 })) {
        const { right, wrong } = numberTo(max);
        for (const [what, value] of Object.entries(right)) {
          await granted(update("coupons/STANDING", { [limit]: value }), what);
        }
        for (const [what, value] of Object.entries(wrong)) {
          await denied(update("coupons/STANDING", { [limit]: value }), what);
        }
      }
    });
  });
});
