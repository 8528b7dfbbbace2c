import { generateKeyPairSync, sign } from "node:crypto";

/** A certificate made on the spot, signed by itself, for the server at an IPv4 address. */
export function certificateFor(address: string): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const ed25519 = sequence(objectId(0x2b, 0x65, 0x70));
  const name = sequence(
    node(0x31, sequence(objectId(0x55, 0x04, 0x03), node(0x0c, Buffer.from(address)))),
  );
  const alternativeName = sequence(node(0x87, Buffer.from(address.split(".").map(Number))));
  const contents = sequence(
    node(0xa0, integer(2)),
    integer(1),
    ed25519,
    name,
    sequence(time("20200101000000Z"), time("20991231235959Z")),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    node(0xa3, sequence(sequence(objectId(0x55, 0x1d, 0x11), node(0x04, alternativeName)))),
  );
  const signature = Buffer.concat([Buffer.of(0), sign(null, contents, privateKey)]);
  const certificate = sequence(contents, ed25519, node(0x03, signature));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64")}\n-----END CERTIFICATE-----\n`,
  };
}

/** ASN.1 in DER: a tag, the length, the contents. https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
function node(tag: number, ...parts: Buffer[]): Buffer {
  const contents = Buffer.concat(parts);
  const { length } = contents;
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), contents]);
}

const sequence = (...parts: Buffer[]): Buffer => node(0x30, ...parts);
const objectId = (...bytes: number[]): Buffer => node(0x06, Buffer.of(...bytes));
const integer = (value: number): Buffer => node(0x02, Buffer.of(value));
const time = (value: string): Buffer => node(0x18, Buffer.from(value));
