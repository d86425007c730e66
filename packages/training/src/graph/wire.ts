/**
 * Just enough of Protocol Buffers' wire format to write a message: fields in order, lengths before contents.
 * @module
 */

/** A message under construction. */
export class Wire {
  readonly #bytes: number[] = [];
  readonly #parts: Uint8Array[] = [];

  /** A whole number: int32, int64, enum. Negative ones take ten bytes, as the format has it. */
  int(field: number, value: number | bigint): this {
    this.#varint(BigInt(field) << 3n);
    this.#varint(BigInt.asUintN(64, BigInt(value)));
    return this;
  }

  /** A 32-bit float. */
  float(field: number, value: number): this {
    this.#varint((BigInt(field) << 3n) | 5n);
    this.#bytes.push(...new Uint8Array(Float32Array.of(value).buffer));
    return this;
  }

  /** Text, raw bytes or a message within the message. */
  bytes(field: number, value: string | Uint8Array | Wire): this {
    const content =
      typeof value === 'string' ? new TextEncoder().encode(value) : value instanceof Wire ? value.finish() : value;
    this.#varint((BigInt(field) << 3n) | 2n);
    this.#varint(BigInt(content.length));
    this.#flush();
    this.#parts.push(content);
    return this;
  }

  /** The message so far. */
  finish(): Uint8Array {
    this.#flush();
    const whole = new Uint8Array(this.#parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  #flush(): void {
    this.#parts.push(Uint8Array.from(this.#bytes));
    this.#bytes.length = 0;
  }

  #varint(value: bigint): void {
    let left = value;
    while (left > 127n) {
      this.#bytes.push(Number(left & 127n) | 128);
      left >>= 7n;
    }
    this.#bytes.push(Number(left));
  }
}
