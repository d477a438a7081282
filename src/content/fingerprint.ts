import { hash } from "node:crypto";

/** 128 bits of SHA-256 as text: two different values never meet. */
export function fingerprintOf(value: string | Uint8Array): string {
  return hash("sha256", value, "base64url").slice(0, 22);
}
