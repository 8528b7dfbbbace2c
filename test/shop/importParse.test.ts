import assert from "node:assert/strict";
import fc from "fast-check";
import type { Format } from "../../functions/src/core/table/fault.ts";
import { parseCatalogue } from "../../functions/src/shop/catalogue/import/parse.ts";
import { refused } from "../support/call.ts";
import { type Row, row, rowsOf } from "./support/catalogueFile.ts";

const HEADER = "product,name,description,category,sku,option,price,taxClass,active,stock,lowAt";
const csv = (...lines: string[]) => parseCatalogue("csv", [HEADER, ...lines].join("\n"));
const json = (...rows: unknown[]) => parseCatalogue("json", JSON.stringify(rows));
const good = "tea,Tea,Green,drinks,tea-1,100 g,12.90,reduced,true,5,2";

const skusOf = ({ products }: ReturnType<typeof csv>) => products.flat().map(({ sku }) => sku);
const placesOf = ({ faults }: ReturnType<typeof csv>) =>
  faults.map(({ line, field }) => [line, field]);
const only = (parsed: ReturnType<typeof csv>) => {
  assert.deepEqual(parsed.faults, []);
  const [first, ...more] = parsed.products.flat();
  assert.equal(more.length, 0);
  return first!;
};

describe("shop: reading a catalogue", () => {
  const meant = {
    product: "tea",
    name: "Tea",
    description: "Green",
    category: "drinks",
    sku: "tea-1",
    option: "100 g",
    price: 1290,
    taxClass: "reduced",
    active: true,
    stock: 5,
    lowAt: 2,
  };

  it("takes a row of CSV for what it says", () => {
    assert.deepEqual(only(csv(good)), { ...meant, line: 2 });
  });

  it("takes JSON's texts, numbers and flags alike", () => {
    const typed = { ...meant, price: 12.9 };
    const texts = { ...meant, price: "12.90", active: "TRUE", stock: "5", lowAt: " 2 " };
    assert.deepEqual(only(json(typed)), { ...meant, line: 1 });
    assert.deepEqual(only(json(texts)), { ...meant, line: 1 });
  });

  it("takes an empty optional cell and a column that is not there for nothing said", () => {
    const { option, description, taxClass, active, stock, lowAt } = only(
      csv("tea,Tea,,drinks,tea-1,,1,,,,"),
    );
    assert.deepEqual(
      [option, description, taxClass, active, stock, lowAt],
      ["", undefined, undefined, undefined, undefined, undefined],
    );
    const short = parseCatalogue("csv", "sku,price,category,name,product\ntea-1,1,drinks,Tea,tea");
    assert.equal(only(short).price, 100);
    assert.equal(only(json({ ...row(), active: null })).active, undefined);
  });

  it("puts the rows of a product together, wherever they stand", () => {
    const [a1, a2] = rowsOf(2);
    const { products } = json(a1, row(), a2);
    assert.deepEqual(
      products.map((rows) => rows.map(({ line }) => line)),
      [[1, 3], [2]],
    );
  });

  describe("as spreadsheets write it", () => {
    const bare = "product,name,category,sku,price";
    const asWritten: Record<string, string> = {
      "with a byte order mark": `\uFEFF"product"${bare.slice(7)}\ntea,Tea,drinks,tea-1,12.90`,
      "with Windows' line ends": `${bare}\r\ntea,Tea,drinks,tea-1,12.90\r\n`,
      "with old Macs' line ends": `${bare}\rtea,Tea,drinks,tea-1,12.90\r`,
      "with semicolons and a decimal comma": `${bare.replaceAll(",", ";")}\ntea;Tea;drinks;tea-1;12,90`,
      "with tabs": `${bare}\ntea,Tea,drinks,tea-1,12.90`.replaceAll(",", "\t"),
      "with a decimal comma in quotes": `${bare}\ntea,Tea,drinks,tea-1,"12,90"`,
      "with everything in quotes": `${bare}\ntea,Tea,drinks,tea-1,12.90`.replace(
        /[^,\n]+/g,
        '"$&"',
      ),
      "with spaces around": `${bare.replaceAll(",", " , ")}\n tea , Tea , drinks , tea-1 , 12.90 `,
      "with empty rows": `\n${bare}\n\n,,,,\n \ntea,Tea,drinks,tea-1,12.90\n,,,,\n`,
    };
    for (const [how, text] of Object.entries(asWritten)) {
      it(how, () => {
        const { product, name, category, sku, price } = only(parseCatalogue("csv", text));
        assert.deepEqual(
          [product, name, category, sku, price],
          ["tea", "Tea", "drinks", "tea-1", 1290],
        );
      });
    }

    it("with line breaks, quotes and separators in a cell, and any script", () => {
      const said = "Für “Ötzi”: 茶, grün\n\nsagt er";
      const file = `${HEADER}\r\ntea,"Té ""verde""","${said.replaceAll("\n", "\r\n")}",drinks,tea-1,,1,,,,`;
      const { name, description } = only(parseCatalogue("csv", file));
      assert.deepEqual([name, description], ['Té "verde"', said]);
    });

    it("with what a spreadsheet would take for a formula: it is text", () => {
      assert.equal(only(csv(good.replace("Green", '"=1+1"'))).description, "=1+1");
    });
  });

  describe("reads prices exactly", () => {
    const priceOf = (price: unknown) => json(row({ price })).products[0]?.[0]?.price;
    const prices: [unknown, number][] = [
      ["12.90", 1290],
      ["12,9", 1290],
      ["12", 1200],
      [0, 0],
      [1.1, 110],
      [4.35, 435],
      ["0012.05", 1205],
      ["1000000.00", 100_000_000],
    ];
    for (const [written, cents] of prices) {
      it(`${JSON.stringify(written)} as ${cents}`, () => assert.equal(priceOf(written), cents));
    }

    it("whatever the amount", () => {
      fc.assert(
        fc.property(fc.nat({ max: 100_000_000 }), fc.constantFrom(".", ","), (cents, point) => {
          const words = `${Math.floor(cents / 100)}${point}${String(cents % 100).padStart(2, "0")}`;
          assert.equal(priceOf(words), cents);
          assert.equal(priceOf(Number(words.replace(",", "."))), cents);
        }),
      );
    });
  });

  describe("names what is wrong with a row by line and field, and takes the others", () => {
    const wrong: Record<string, unknown[]> = {
      product: ["", "Tea", "a/b", "x".repeat(41), undefined, {}, [1]],
      name: ["", " ", "two\nlines", "x".repeat(121), undefined],
      description: ["x".repeat(4001), "\uD800"],
      category: ["", "Hot drinks", undefined],
      sku: ["", "A1", undefined],
      option: ["two\nlines", "x".repeat(160)],
      price: [
        "",
        "free",
        "-1",
        "€12",
        "1.234,50",
        "12.345",
        0.1 + 0.2,
        1e21,
        "1000000.01",
        ".5",
        "5.",
        undefined,
      ],
      taxClass: ["none"],
      active: ["ja", "1", 1],
      stock: ["-1", "1.5", "1000001", "many", 1e300],
      lowAt: ["-1", "1.5", "1000001"],
    };
    for (const [field, cells] of Object.entries(wrong)) {
      for (const cell of cells) {
        it(`${field}: ${JSON.stringify(cell)?.slice(0, 20)}`, () => {
          const { [field]: _, ...rest } = row() as Row;
          const bad = cell === undefined ? rest : { ...row(), [field]: cell };
          const before = row();
          const after = row();
          const parsed = json(before, bad, after);
          assert.deepEqual(placesOf(parsed), [[2, field]]);
          assert.ok(parsed.faults[0]!.message.length > 10);
          assert.deepEqual(skusOf(parsed), [before.sku, after.sku]);
        });
      }
    }

    it("all that is wrong with it", () => {
      const parsed = csv("Tea,,,drinks,tea-1,,free,,,,", good);
      assert.deepEqual(placesOf(parsed), [
        [2, "product"],
        [2, "name"],
        [2, "price"],
      ]);
      assert.match(parsed.faults[2]!.message, /like 12\.90.*not "free"/);
      assert.deepEqual(skusOf(parsed), ["tea-1"]);
    });

    it("counting the lines of the file, also behind a cell of several lines", () => {
      const parsed = csv(
        'tea,Tea,"one\ntwo\n\nthree",drinks,t-1,,1,,,,',
        "",
        "tea,Tea,,drinks,t-2,,x,,,,",
      );
      assert.deepEqual(placesOf(parsed), [[7, "price"]]);
      const crlf = csv(
        'tea,Tea,"one\r\ntwo",drinks,t-1,,1,,,,\r',
        '"tea",Tea,"a\r\nb",drinks,t-2,,x,,,,\r',
      );
      assert.deepEqual(placesOf(crlf), [[4, "price"]]);
    });

    it("a row with more or fewer cells than the header", () => {
      const parsed = csv("tea,Tea", `${good},more`, good, good.replace("12.90", "12,90"));
      assert.deepEqual(placesOf(parsed), [
        [2, "row"],
        [3, "row"],
        [5, "row"],
      ]);
      assert.match(parsed.faults[0]!.message, /2 cells, the header 11/);
      assert.deepEqual(skusOf(parsed), ["tea-1"]);
    });

    for (const what of [null, 1, "tea", [], [row()]]) {
      it(`a row that is ${JSON.stringify(what)?.slice(0, 20)}`, () => {
        const parsed = json(row(), what, row());
        assert.deepEqual(placesOf(parsed), [[2, "row"]]);
        assert.equal(parsed.products.length, 2);
      });
    }

    it("a field of JSON that is no column, also __proto__", () => {
      const parsed = parseCatalogue(
        "json",
        `[{ "product": "tea", "name": "Tea", "category": "t", "sku": "t", "price": 1, "prize": 1, "__proto__": {} }]`,
      );
      assert.deepEqual(placesOf(parsed).toSorted(), [
        [1, "__proto__"],
        [1, "prize"],
      ]);
      assert.match(parsed.faults[0]!.message, /is not a column: they are product, name/);
    });

    it("a SKU that an earlier row has, with where that is", () => {
      const parsed = csv(good, good.replace("tea,", "other,"));
      assert.deepEqual(placesOf(parsed), [[3, "sku"]]);
      assert.match(parsed.faults[0]!.message, /line 2/);
      const again = json(row(), row({ sku: "twice" }), row({ sku: "twice" }));
      assert.deepEqual(placesOf(again), [[3, "sku"]]);
      assert.match(again.faults[0]!.message, /row 2/);
    });

    for (const field of ["name", "description", "category"]) {
      it(`a ${field} other than in the product's first row`, () => {
        const [first, second, third] = rowsOf(3, { description: "one" });
        const parsed = json(first, { ...second, [field]: "another" }, third);
        assert.deepEqual(placesOf(parsed), [[2, field]]);
        assert.match(parsed.faults[0]!.message, /row 1/);
        assert.deepEqual(skusOf(parsed), [first!.sku, third!.sku]);
      });
    }

    it("but no description that is given in one row of several alone", () => {
      const [first, second, third] = rowsOf(3);
      const parsed = json(first, { ...second, description: "said" }, third);
      assert.deepEqual(parsed.faults, []);
    });

    it("the 101st row of a product, and those behind it", () => {
      const parsed = json(...rowsOf(102), row());
      assert.deepEqual(placesOf(parsed), [
        [101, "product"],
        [102, "product"],
      ]);
      assert.deepEqual(
        parsed.products.map(({ length }) => length),
        [100, 1],
      );
    });
  });

  describe("refuses what is no table at all, with the place", () => {
    const unreadable: [string, Format, string, number, RegExp][] = [
      ["an empty file", "csv", "", 1, /empty.*product,name/],
      ["a file of empty lines", "csv", "\n\n", 1, /empty/],
      ["an unknown column", "csv", `${HEADER},prize\n`, 1, /not known: "prize"/],
      ["a column without a name", "csv", `${HEADER},\n`, 1, /not known: ""/],
      ["a missing column", "csv", "product,name,category,sku\n", 1, /missing: "price"/],
      ["a column twice", "csv", `${HEADER},sku\n`, 1, /twice: "sku"/],
      ["a quote never closed", "csv", `${HEADER}\n${good}\ntea,"Tea\n\n\n`, 3, /never closed/],
      ["a quote within a cell", "csv", `${HEADER}\n${good}\ntea,5" pot,`, 3, /within a cell/],
      ["text behind a quote", "csv", `${HEADER}\n\ntea,"Tea" pot,`, 3, /within a cell/],
      ["too many rows", "csv", `${HEADER}\n${"x\n".repeat(50_001)}`, 1, /50000 rows/],
      ["what is no JSON", "json", '[{ "a": 1 },\n nope]', 1, /no JSON: .*'o'/],
      ["half of a JSON file", "json", '[{ "a": 1 },', 1, /no JSON/],
      ["a JSON object", "json", "{}", 1, /must be a list/],
      ["too many JSON rows", "json", `[${"1,".repeat(50_000)}1]`, 1, /50000 rows/],
    ];
    for (const [what, format, text, line, words] of unreadable) {
      it(what, async () => {
        const attempt = (async () => parseCatalogue(format, text))();
        const details = await refused(attempt, "invalid-argument", "unreadable");
        assert.equal(details.line, line);
        await assert.rejects(attempt, ({ message }: Error) => words.test(message));
      });
    }
  });
});
