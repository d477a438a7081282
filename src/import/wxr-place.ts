import { keepAddress } from "./old-address.ts";
import type { KeptAddress } from "./old-address.ts";
import { readWxrTime } from "./wxr-item.ts";
import type { WxrItem } from "./wxr-item.ts";

/** Where an item stands in the archive: at its old address, or by its date and name. A draft has no address yet. */
export function placeWxrItem({ id, type, link, times, title, slug, status, meta }: WxrItem): KeptAddress {
  const { value: date } = readWxrTime(times.date, times.dateGmt);
  const old = ["publish", "private"].includes(status) && !/[?&](?:p|page_id|post_type)=/u.test(link) ? link : undefined;
  const kept = keepAddress(old, date, title, slug || title || `${type}-${id}`);
  if (!kept.kept) return kept;
  // WordPress leads from a name that was changed to the new one.
  const renamed = (meta.get("_wp_old_slug") ?? []).map((name) => `/${kept.path.replace(/[^/]+$/u, name)}/`);
  return { ...kept, formerUrls: [...new Set([...kept.formerUrls, ...renamed.filter((path) => /^\/[\w/%.-]+\/$/u.test(path))])] };
}
