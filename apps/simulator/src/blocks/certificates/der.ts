/** One element of DER: where its content lies in the bytes that hold it. */
type Element = { tag: number; begin: number; content: number; end: number };

/** The issuer's name in a certificate, as it is encoded there. */
export function issuerNameIn(certificate: Uint8Array): Uint8Array {
  const body = child(certificate, elementAt(certificate, 0), 0);
  const first = child(certificate, body, 0);
  // The version is left out of certificates of the first version.
  const place = first.tag === explicitVersion ? 3 : 2;
  const { begin, end } = child(certificate, body, place);
  return certificate.subarray(begin, end);
}

/** The bits of a public key without anything around them: no algorithm, no tag, no length, no count of unused bits. */
export function keyBitsIn(publicKeyInfo: Uint8Array): Uint8Array {
  const { content, end } = child(publicKeyInfo, elementAt(publicKeyInfo, 0), 1);
  return publicKeyInfo.subarray(content + 1, end);
}

function child(bytes: Uint8Array, { content }: Element, index: number): Element {
  let element = elementAt(bytes, content);
  for (let passed = 0; passed < index; passed += 1) element = elementAt(bytes, element.end);
  return element;
}

function elementAt(bytes: Uint8Array, begin: number): Element {
  const tag = byteAt(bytes, begin);
  const short = byteAt(bytes, begin + 1);
  if (short < 0x80) return { tag, begin, content: begin + 2, end: begin + 2 + short };
  const count = short & 0x7f;
  const length = bytes.subarray(begin + 2, begin + 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  const content = begin + 2 + count;
  return { tag, begin, content, end: content + length };
}

function byteAt(bytes: Uint8Array, place: number): number {
  const byte = bytes[place];
  if (byte === undefined) throw new RangeError("this is no DER");
  return byte;
}

const explicitVersion = 0xa0;
