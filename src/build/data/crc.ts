/**
 * The CRC-32 of two texts that follow each other, from the CRC-32 of each and the length of the second in bytes. The method is
 * that of zlib's crc32_combine (Mark Adler): the first is multiplied by x to the power of eight times the length, modulo
 * the polynomial, in the reflected form that gzip uses.
 */
export function joinCrc(first: number, second: number, secondLength: number): number {
  return (multiply(powerOfX(secondLength), first) ^ second) >>> 0;
}

const polynomial = 0xedb88320;

// The product of two polynomials over GF(2), modulo the polynomial; the highest bit stands for 1.
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 31; bit >= 0; bit--) {
    if ((a >>> bit) & 1) product ^= b;
    b = b & 1 ? (b >>> 1) ^ polynomial : b >>> 1;
  }
  return product;
}

// x^8, x^16, x^32 and so on.
const squares: number[] = [0x00800000];

function powerOfX(bytes: number): number {
  let power = 0x80000000;
  for (let [left, i] = [bytes, 0]; left > 0; left = Math.floor(left / 2), i++) {
    const known = squares[i];
    const last = squares[i - 1] ?? 0;
    const square = known ?? multiply(last, last);
    if (known === undefined) squares.push(square);
    if (left % 2 === 1) power = multiply(square, power);
  }
  return power;
}
