import type { Rights } from "../model/article.ts";

/** Rights in one line: "© The Holder. CC-BY-4.0. Statement". */
export function formatRights({ holder, licence, statement }: Rights): string {
  return [holder && `© ${holder}`, licence, statement].filter((part) => part !== undefined && part !== "").join(". ");
}
