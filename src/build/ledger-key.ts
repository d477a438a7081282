import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/**
 * Where the key of a ledger's hashes is kept: in the user's own configuration, `$XDG_CONFIG_HOME` or `~/.config`. Not in the
 * content folder and not in the project: both are often public, and whoever has the key can try names until one fits.
 */
export function ledgerKeyFile(): string {
  const { XDG_CONFIG_HOME: configuration } = process.env;
  return path.join(configuration === undefined || configuration === "" ? path.join(homedir(), ".config") : configuration, "backfile", "ledger.key");
}

/** The key of this user's ledgers, made where there is none. Throws Error where it can neither be read nor kept. */
export function ledgerKey(): string {
  const file = ledgerKeyFile();
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const key = randomBytes(32).toString("base64url");
  mkdirSync(path.dirname(file), { recursive: true });
  // Of two builds at once, the second takes the first one's.
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return readFileSync(file, "utf8").trim();
    throw error;
  }
  return key;
}
