/**
 * Reads a zip as it lies there: every entry of its directory, names that stand twice included, checked against its checksum.
 * A library would give one file a name; a verifier has to see both.
 */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** No bundle comes near; a bomb would go on. */
const BYTES_MAX = 2 ** 30;

const CRC = (() => {
  const table = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) {
      c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    }
    table[n] = c >>> 0;
  }
  return table;
})();

function crc(bytes) {
  let c = ~0;
  for (const byte of bytes) {
    c = CRC[(c ^ byte) & 255] ^ (c >>> 8);
  }
  return ~c >>> 0;
}

/**
 * The files of a zip.
 *
 * @param buffer its bytes
 * @return [{name, content}], `content` null where it cannot be unpacked; null where this is no zip
 */
export async function unzip(buffer) {
  const view = new DataView(buffer);
  let end = view.byteLength - 22;
  while (end >= 0 && (view.getUint32(end, true) !== END || end + 22 + view.getUint16(end + 20, true) !== view.byteLength)) {
    end--;
  }
  if (end < 0) {
    return null;
  }
  const files = [];
  let left = BYTES_MAX;
  let at = view.getUint32(end + 16, true);
  try {
    for (let i = view.getUint16(end + 10, true); i > 0; i--) {
      if (view.getUint32(at, true) !== ENTRY) {
        return null;
      }
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(new Uint8Array(buffer, at + 46, nameLength));
      if (!name.endsWith('/')) {
        const content = await unpacked(view, at, left);
        left -= content ? content.length : 0;
        files.push({name, content});
      }
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (beyond) {
    if (beyond instanceof RangeError) {
      return null;
    }
    throw beyond;
  }
  return files;
}

async function unpacked(view, at, left) {
  try {
    const local = view.getUint32(at + 42, true);
    const method = view.getUint16(at + 10, true);
    if (view.getUint32(local, true) !== LOCAL || (method !== STORED && method !== DEFLATED)) {
      return null;
    }
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = new Uint8Array(view.buffer, from, view.getUint32(at + 20, true));
    const content = method === STORED ? packed : await inflated(packed, left);
    return content && content.length <= left && crc(content) === view.getUint32(at + 16, true) ? content : null;
  } catch {
    return null;
  }
}

async function inflated(packed, left) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts = [];
  let length = 0;
  for (let {done, value} = await reader.read(); !done; {done, value} = await reader.read()) {
    parts.push(value);
    length += value.length;
    if (length > left) {
      await reader.cancel();
      return null;
    }
  }
  const all = new Uint8Array(length);
  parts.reduce((offset, part) => {
    all.set(part, offset);
    return offset + part.length;
  }, 0);
  return all;
}
