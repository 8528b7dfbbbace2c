import { crc32 } from "node:zlib";

/**
 * A JAR that holds a manifest and nothing else: a ZIP with one stored entry.
 * ZIP: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12, 4.3.16.
 * A manifest line holds at most 72 bytes and goes on behind a space (JAR File Specification).
 */
export function manifestOnlyJar(attributes: Record<string, string>): Buffer {
  const lines = [
    "Manifest-Version: 1.0",
    ...Object.entries(attributes).map((pair) => pair.join(": ")),
  ];
  const content = Buffer.from(`${lines.map(fold).join("\r\n")}\r\n\r\n`);
  const name = Buffer.from("META-INF/MANIFEST.MF");

  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(0x0021_0000, 6);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(content.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);

  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, name, content]);
  const version = Buffer.from([20, 0]);
  const entry = Buffer.concat([Buffer.from("PK\x01\x02"), version, common, Buffer.alloc(14), name]);

  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

const fold = (line: string): string =>
  line.length <= 70 ? line : `${line.slice(0, 70)}\r\n ${fold(line.slice(70))}`;
