// A zip file of a folder without times, owners or modes: the same files give the same bytes.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

const DEFLATED = 8;
/** The first of January 1980, the earliest date that the format knows. */
const DATE = 0x21;
/** Names are in UTF-8. */
const FLAGS = 0x800;

/** A record of numbers, each with its size in bytes. */
const record = (...fields) => {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) at = bytes.writeUIntLE(value, at, size);
  return bytes;
};

const shared = ({ content, packed, name }) => [[2, 20], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DATE], [4, crc32(content)], [4, packed.length], [4, content.length], [2, name.length], [2, 0]];

/** Returns the bytes of a zip file with all files of a folder, in the order of their names. */
export function zip(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const [files, directory] = [[], []];
  let offset = 0;
  for (const path of paths.map((path) => path.replaceAll("\\", "/")).sort()) {
    const content = readFileSync(join(folder, path));
    const file = { content, packed: deflateRawSync(content, { level: 9 }), name: Buffer.from(path) };
    const head = record([4, 0x04034b50], ...shared(file));
    directory.push(record([4, 0x02014b50], [2, 20], ...shared(file), [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), file.name);
    files.push(head, file.name, file.packed);
    offset += head.length + file.name.length + file.packed.length;
  }
  const end = Buffer.concat(directory);
  return Buffer.concat([...files, end, record([4, 0x06054b50], [2, 0], [2, 0], [2, paths.length], [2, paths.length], [4, end.length], [4, offset], [2, 0])]);
}
