/**
 * Columns of a batch as PostgreSQL's binary arrays, each in one buffer that grows and is used again. This is what makes
 * the journal fast: no value becomes text on its way, and a frame's bytes are copied as they came from the socket.
 */

/** One value, written at an offset; returns the bytes written. Room for `size(value)` bytes has been made. */
interface Codec<Value> {
  oid: number;
  /** As the statements name the array. */
  array: string;
  size(value: Value): number;
  write(buffer: Buffer, offset: number, value: Value): number;
}

export interface Column<Value> {
  readonly array: string;
  /**
   * The values that `toValue` takes from the rows, as a parameter; it is valid until the next one is made. Throws a
   * RangeError for what the type cannot hold. Column by column, because a processor runs one small loop much faster
   * than it jumps between sixty columns for each row.
   */
  encode<Row, Part>(
    rows: readonly Row[],
    parts: readonly Part[],
    toValue: (row: Row, part: Part) => Value | null | undefined,
  ): Buffer;
}

export type CreateColumn<Value> = () => Column<Value>;

export const int2 = columnOf<number>({
  oid: 21,
  array: "int2[]",
  size: () => 2,
  write: (buffer, offset, value) => {
    buffer.writeInt16BE(whole(value), offset);
    return 2;
  },
});

export const int4 = columnOf<number>({
  oid: 23,
  array: "int4[]",
  size: () => 4,
  write: (buffer, offset, value) => {
    if ((value | 0) !== value) throw new RangeError(`${value} is not a whole number of 32 bits`);
    buffer.writeInt32BE(value, offset);
    return 4;
  },
});

export const int8 = columnOf<number>({
  oid: 20,
  array: "int8[]",
  size: () => 8,
  write: (buffer, offset, value) => writeInt64(buffer, offset, whole(value)),
});

export const float4 = columnOf<number>({
  oid: 700,
  array: "float4[]",
  size: () => 4,
  write: (buffer, offset, value) => {
    buffer.writeFloatBE(value, offset);
    return 4;
  },
});

export const float8 = columnOf<number>({
  oid: 701,
  array: "float8[]",
  size: () => 8,
  write: (buffer, offset, value) => {
    buffer.writeDoubleBE(value, offset);
    return 8;
  },
});

export const bool = columnOf<boolean>({
  oid: 16,
  array: "bool[]",
  size: () => 1,
  write: (buffer, offset, value) => {
    buffer[offset] = value ? 1 : 0;
    return 1;
  },
});

export const timestamptz = columnOf<Date>({
  oid: 1184,
  array: "timestamptz[]",
  size: () => 8,
  write: (buffer, offset, value) => writeInt64(buffer, offset, (whole(value.getTime()) - year2000) * 1000),
});

/** Text; bytes are taken to be UTF-8 already, and PostgreSQL refuses them if they are not. */
export const text = columnOf<string | Buffer>({ oid: 25, array: "text[]", size: textSize, write: writeText });

/** JSON as text; `jsonb` in binary form is the same text behind a version byte. */
export const jsonb = columnOf<string>({
  oid: 3802,
  array: "jsonb[]",
  size: (value) => 1 + textSize(value),
  write: (buffer, offset, value) => {
    buffer[offset] = 1;
    return 1 + writeText(buffer, offset + 1, value);
  },
});

const year2000 = Date.UTC(2000, 0, 1);
const headerBytes = 20;
const firstCapacity = 1024;

function columnOf<Value>({ oid, array, size, write }: Codec<Value>): CreateColumn<Value> {
  return () => {
    let buffer = Buffer.allocUnsafe(firstCapacity);
    return {
      array,
      encode(rows, parts, toValue) {
        let end = headerBytes;
        let hasNull = 0;
        for (let index = 0; index < rows.length; index++) {
          const row = rows[index];
          const part = parts[index];
          if (row === undefined || part === undefined) throw new RangeError("a row without its part");
          const value = toValue(row, part);
          const room = end + 4 + (value == null ? 0 : size(value));
          if (room > buffer.length) buffer = grown(buffer, end, room);
          if (value == null) {
            hasNull = 1;
            buffer.writeInt32BE(-1, end);
            end += 4;
          } else {
            const bytes = write(buffer, end + 4, value);
            buffer.writeInt32BE(bytes, end);
            end += 4 + bytes;
          }
        }
        buffer.writeInt32BE(1, 0); // dimensions
        buffer.writeInt32BE(hasNull, 4);
        buffer.writeInt32BE(oid, 8);
        buffer.writeInt32BE(rows.length, 12);
        buffer.writeInt32BE(1, 16); // the first index
        return buffer.subarray(0, end);
      },
    };
  };
}

function grown(buffer: Buffer, used: number, needed: number) {
  const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, needed));
  buffer.copy(larger, 0, 0, used);
  return larger;
}

function whole(value: number) {
  if (!Number.isInteger(value)) throw new RangeError(`${value} is not a whole number`);
  return value;
}

function writeInt64(buffer: Buffer, offset: number, value: number) {
  const high = Math.floor(value / 0x1_0000_0000);
  buffer.writeInt32BE(high, offset);
  buffer.writeUInt32BE(value - high * 0x1_0000_0000, offset + 4);
  return 8;
}

// Three bytes is the most that one UTF-16 unit becomes.
function textSize(value: string | Buffer) {
  return typeof value === "string" ? value.length * 3 : value.length;
}

const shortText = 24;

function writeText(buffer: Buffer, offset: number, value: string | Buffer) {
  if (typeof value !== "string") return value.copy(buffer, offset);
  if (value.length > shortText) return buffer.write(value, offset, "utf8");
  // Words of the domain and message ids are short and plain: copying them here spares a call out of the engine.
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    if (unit > 0x7f) return buffer.write(value, offset, "utf8");
    buffer[offset + index] = unit;
  }
  return value.length;
}
