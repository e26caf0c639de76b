/** The few messages of PostgreSQL's extended protocol that a batch consists of (protocol version 3, "Message Formats"). */

/** A buffer that grows while messages are appended, and is used again. */
export interface WireBuffer {
  reset(): void;
  parse(name: string, sql: string): void;
  /** Bind and Execute of a prepared statement; all parameters are in binary form, results are not looked at. */
  run(name: string, parameters: readonly Buffer[]): void;
  sync(): void;
  bytes(): Buffer;
}

export function createWireBuffer(): WireBuffer {
  let buffer = Buffer.allocUnsafe(64 * 1024);
  let end = 0;

  const room = (bytes: number) => {
    if (end + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, end + bytes));
    buffer.copy(larger, 0, 0, end);
    buffer = larger;
  };
  const cString = (value: string) => {
    end += buffer.write(value, end, "utf8");
    buffer[end++] = 0;
  };
  const message = (code: string, bytes: number) => {
    room(1 + bytes);
    buffer[end] = code.charCodeAt(0);
    end = buffer.writeInt32BE(bytes, end + 1);
  };

  return {
    reset() {
      end = 0;
    },
    parse(name, sql) {
      message("P", 4 + Buffer.byteLength(name) + 1 + Buffer.byteLength(sql) + 1 + 2);
      cString(name);
      cString(sql);
      end = buffer.writeInt16BE(0, end); // parameter types: as the statement's casts say
    },
    run(name, parameters) {
      const values = parameters.reduce((sum, parameter) => sum + 4 + parameter.length, 0);
      message("B", 4 + 1 + Buffer.byteLength(name) + 1 + 4 + 2 + values + 2);
      cString(""); // the unnamed portal
      cString(name);
      end = buffer.writeInt16BE(1, end);
      end = buffer.writeInt16BE(1, end); // every parameter is binary
      end = buffer.writeInt16BE(parameters.length, end);
      for (const parameter of parameters) {
        end = buffer.writeInt32BE(parameter.length, end);
        end += parameter.copy(buffer, end);
      }
      end = buffer.writeInt16BE(0, end); // results: none wanted in binary
      message("E", 4 + 1 + 4);
      cString("");
      end = buffer.writeInt32BE(0, end); // all rows
    },
    sync() {
      message("S", 4);
    },
    bytes: () => buffer.subarray(0, end),
  };
}
