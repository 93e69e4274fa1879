// A zip of files that are compressed already: they are stored as they are.

const MOST = 0xffffffff; // bytes of a zip of the plain kind
const UTF8 = 0x0800;
const DATE = 0x0021; // 1980-01-01: the same files give the same bytes

const TABLE = new Uint32Array(256).map((_, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function checksum(bytes) {
  let value = MOST;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ MOST) >>> 0;
}

export class Zip {
  constructor() {
    this.parts = [];
    this.directory = [];
    this.names = new Set();
    this.size = 0;
  }

  /**
   * Add a file under a path, which is made harmless and told apart from those that are there.
   * Returns false where the zip would be too large, and leaves it as it was.
   * @param {string} path with / between folders
   * @param {Blob} blob
   */
  async add(path, blob) {
    const name = new TextEncoder().encode(this.named(path));
    if (this.size + blob.size + 2 * name.length + 500 > MOST - 2 ** 20 || this.directory.length > 0xfff0) return false;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const about = fields([[2, 20], [2, UTF8], [2, 0], [2, 0], [2, DATE], [4, checksum(bytes)], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]]);
    const head = [fields([[4, 0x04034b50]]), about, name];
    this.directory.push(fields([[4, 0x02014b50], [2, 20]]), about, fields([[2, 0], [2, 0], [2, 0], [4, 0], [4, this.size]]), name);
    this.parts.push(...head, blob);
    this.size += head.reduce((sum, part) => sum + part.length, bytes.length);
    return true;
  }

  /** Return the whole. */
  blob() {
    const length = this.directory.reduce((sum, part) => sum + part.length, 0);
    const count = this.names.size;
    const end = fields([[4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, this.size], [2, 0]]);
    return new Blob([...this.parts, ...this.directory, end], { type: "application/zip" });
  }

  named(path) {
    const steps = path.split(/[/\\]/).map(harmless).filter(Boolean);
    const whole = steps.join("/") || "_";
    const [, base, ending] = whole.match(/^(.*?)((?:\.[^./]*)?)$/);
    let name = whole;
    for (let number = 2; this.names.has(name.toLowerCase()); number += 1) name = `${base} (${number})${ending}`;
    this.names.add(name.toLowerCase());
    return name;
  }
}

/** Return a part of a path without what leads elsewhere, or what Windows does not take. */
const harmless = (step) => step.replace(/[<>:"|?*\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "_").replace(/^[. ]+|[. ]+$/g, "").slice(0, 120);

/** Return numbers as bytes, each in so many, the least first. */
function fields(numbers) {
  const bytes = [];
  for (const [length, number] of numbers)
    for (let at = 0; at < length; at += 1) bytes.push(Math.floor(number / 256 ** at) & 0xff);
  return Uint8Array.from(bytes);
}
